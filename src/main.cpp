#include "app/modules.hpp"
#include "commands/commands.hpp"

int main(int argc, char** argv) { return lenkwerk::commands::run(argc, argv, lenkwerk::app::modules); }
