#include "platform/city.hpp"

#include "platform/upkeep.hpp"

#include <fmt/format.h>

#include <mutex>
#include <set>

namespace lenkwerk {
namespace {

void require_order(std::vector<Module> const& modules) {
    std::set<std::string> known;
    for (auto const& module : modules) {
        for (auto const& need : module.needs)
            if (!known.contains(need))
                throw std::logic_error(
                    fmt::format("the module {} stands before {}, which it needs", module.name, need));
        if (!known.insert(module.name).second)
            throw std::logic_error(fmt::format("the module {} is listed twice", module.name));
    }
}

void register_all_permissions(std::vector<Module> const& modules) {
    std::vector<access::Permission> all;
    for (auto const& module : modules) all.insert(all.end(), module.permissions.begin(), module.permissions.end());
    access::register_permissions(all);
}

storage::Hear subscribers_of(std::vector<Module> const& modules) {
    std::multimap<std::string, std::function<void(storage::Transaction&, storage::Event const&)>> by_verb;
    for (auto const& module : modules)
        for (auto const& subscriber : module.subscribers) by_verb.emplace(subscriber.verb, subscriber.hear);
    return [by_verb = std::move(by_verb)](storage::Transaction& tx, storage::Event const& event) {
        auto const [first, last] = by_verb.equal_range(event.verb);
        std::for_each(first, last, [&](auto const& entry) { entry.second(tx, event); });
    };
}

// "de" of "modules/plan/web/de.json", where the platform or one of these modules owns it; empty otherwise.
std::string language_of(std::string_view file, std::set<std::string, std::less<>> const& owners) {
    bool const of_platform = file.starts_with("platform/");
    auto const module = file.starts_with("modules/") ? file.substr(8, file.find('/', 8) - 8) : std::string_view{};
    if (!file.ends_with(".json") || (!of_platform && !owners.contains(module))) return "";
    auto const name = file.substr(file.rfind('/') + 1);
    return std::string(name.substr(0, name.size() - std::string_view(".json").size()));
}

}  // namespace

struct City::Languages {
    std::mutex mutex;
    std::map<std::string, std::unique_ptr<i18n::Locale>, std::less<>> locales;
    std::map<std::string, std::vector<std::string_view>> files;  // by language
};

struct City::CachedSettings {
    std::mutex mutex;
    std::shared_ptr<Settings const> settings;
    storage::ReadMark mark;
};

City::City(std::unique_ptr<storage::Database> database, Clock const& clock, std::vector<Module> modules)
    : database_(std::move(database)),
      clock_(clock),
      modules_(std::move(modules)),
      spoken_(std::make_unique<Languages>()),
      cached_settings_(std::make_unique<CachedSettings>()) {
    modules_.insert(modules_.begin(), upkeep::module());
    require_order(modules_);
    register_all_permissions(modules_);
    database_->hear(subscribers_of(modules_));
    for (auto const& module : modules_)
        if (module.authenticate) authenticate_by(module.authenticate);
    auto const names = names_of(modules_);
    for (auto const& file : embedded_files("")) {
        auto const language = language_of(file.name, {names.begin(), names.end()});
        if (!language.empty()) spoken_->files[language].push_back(file.content);
    }
    for (auto const& [language, files] : spoken_->files) languages_.push_back(language);
}

City::~City() = default;

storage::Schema City::schema() const { return storage::Schema::of(names_of(modules_), database_->dialect()); }

void City::require_current() { storage::require_current(*database_, schema()); }

std::shared_ptr<Settings const> City::settings() {
    auto& cached = *cached_settings_;
    std::lock_guard const lock{cached.mutex};
    if (!cached.settings || !database_->versions().stand(cached.mark))
        database_->read([&](storage::Reader const& reader) {
            cached.settings = std::make_shared<Settings const>(read_settings(reader));
            cached.mark = reader.mark();
        });
    return cached.settings;
}

i18n::Locale const& City::locale(std::string_view tag) {
    auto const language = tag.substr(0, tag.find('-'));
    auto const current = settings();
    bool const translated = spoken_->files.contains(std::string(language));
    std::string const spoken = translated ? std::string(language) : current->language;
    std::lock_guard const lock{spoken_->mutex};
    auto& locale = spoken_->locales[spoken];
    if (!locale) {
        locale = std::make_unique<i18n::Locale>(spoken, current->time_zone);
        for (auto const file : spoken_->files[spoken]) locale->add(file);
    }
    return *locale;
}

Day City::today() { return locale(settings()->language).day_of(clock_.now()); }

std::vector<std::string> names_of(std::vector<Module> const& modules) {
    std::vector<std::string> names;
    names.reserve(modules.size());
    for (auto const& module : modules) names.push_back(module.name);
    return names;
}

}  // namespace lenkwerk
