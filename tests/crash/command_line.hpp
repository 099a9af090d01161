#pragma once
// The product's command line within this process, as somebody at the machine would use it after the accident.
#include "app/modules.hpp"
#include "commands/commands.hpp"

#include <string>
#include <vector>

namespace lenkwerk::crash {

// `lenkwerk WORDS… --database ADDRESS`; 0 where all went well.
inline int run(std::vector<std::string> words, std::string const& address) {
    words.insert(words.begin(), "lenkwerk");
    words.insert(words.end(), {"--database", address});
    std::vector<char const*> arguments;
    for (auto const& word : words) arguments.push_back(word.c_str());
    return commands::run(static_cast<int>(arguments.size()), arguments.data(), app::modules);
}

}  // namespace lenkwerk::crash
