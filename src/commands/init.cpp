// lenkwerk init: makes a city of a folder. All of it, or nothing.
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "platform/city.hpp"
#include "platform/seed.hpp"
#include "platform/settings.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace lenkwerk::commands {
namespace {

using Json = nlohmann::json;

struct InitOptions {
    std::string folder, database;
    bool with_demo = false, without_plan = false;
};

// The folder's city.json, checked for what nothing works without.
Json read_city(SeedFolder const& folder, std::string const& path) {
    auto const text = folder.file("city.json");
    if (!text)
        give_up(fmt::format(
            "{}/city.json is missing: is this the folder of a city? cities/README.md says what it holds", path));
    try {
        auto city = Json::parse(*text);
        for (auto const* const name : {"name", "language", "time_zone"})
            if (!city.contains(name) || !city[name].is_string())
                give_up(fmt::format("{}/city.json has no \"{}\": add it as a text", path, name));
        return city;
    } catch (Json::parse_error const& error) {
        give_up(fmt::format("{}/city.json is not valid JSON: {}", path, error.what()));
    }
}

void keep_city(storage::Transaction& tx, Json const& city, bool demo) {
    static constexpr std::pair<std::string_view, std::string_view> kSettings[] = {
        {"city.name", "/name"},          {"city.official_name", "/official_name"}, {"city.adjective", "/adjective"},
        {"city.language", "/language"},  {"city.time_zone", "/time_zone"},         {"city.website", "/website"},
        {"office.name", "/office/name"}, {"office.email", "/office/email"},
    };
    for (auto const& [name, pointer] : kSettings) {
        Json::json_pointer const place{std::string(pointer)};
        if (city.contains(place) && city.at(place).is_string())
            change_setting(tx, name, city.at(place).get<std::string>());
    }
    if (demo) change_setting(tx, "city.demo", "yes");
}

void make_parent_folder(std::string const& address) {
    if (address.starts_with("postgres")) return;
    auto const path = address.starts_with("sqlite:") ? address.substr(7) : address;
    auto const parent = std::filesystem::path(path).parent_path();
    if (!parent.empty()) std::filesystem::create_directories(parent);
}

void print_sign_ins(std::vector<DemoSignIn> const& sign_ins) {
    if (sign_ins.empty()) return;
    fmt::print("\nSign-ins of the demo city:\n");
    for (auto const& sign_in : sign_ins)
        fmt::print("  {:<16} {:<40} {}\n", sign_in.role, sign_in.email, sign_in.password);
}

void init(InitOptions const& options, ModuleList modules) {
    SystemClock const clock;
    make_parent_folder(options.database);
    City city{storage::Database::open(options.database), clock, modules()};
    storage::migrate(city.database(), city.schema(), clock);
    auto const already = city.settings()->city_name;
    if (!already.empty())
        give_up(fmt::format("This database already holds a city: {}. Choose another with --database.", already));
    std::vector<DemoSignIn> sign_ins;
    std::string name;
    city.database().write(access::Actor::system("command:init"), clock, [&](storage::Transaction& tx) {
        SeedFolder folder{options.folder, i18n::Locale{"de", "Europe/Berlin"}.day_of(clock.now())};
        folder.with_plan = !options.without_plan;
        folder.with_demo = options.with_demo;
        auto const city_facts = read_city(folder, options.folder);
        name = city_facts["name"];
        keep_city(tx, city_facts, options.with_demo);
        for (auto const& module : city.modules())
            for (auto const& seed : module.seeds) seed.plant(tx, folder);
        sign_ins = folder.sign_ins;
    });
    fmt::print("{} is set up in {}.\n", name, options.database);
    print_sign_ins(sign_ins);
}

}  // namespace

void add_init(CLI::App& app, ModuleList modules) {
    auto const options = std::make_shared<InitOptions>();
    auto* const command =
        app.add_subcommand("init", "Sets up a city from its folder, as cities/README.md describes it");
    command->add_option("--city", options->folder, "The city's folder")->required()->check(CLI::ExistingDirectory);
    add_database(*command, options->database);
    command->add_flag("--demo", options->with_demo, "With example activities and sign-ins, marked as demo");
    command->add_flag("--without-plan", options->without_plan,
                      "Without plan, papers and budget: to import them from the council paper");
    command->callback([options, modules] { init(*options, modules); });
}

}  // namespace lenkwerk::commands
