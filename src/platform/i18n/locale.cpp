#include "platform/i18n/locale.hpp"

#include "platform/i18n/formats.hpp"

#include <atomic>
#include <stdexcept>

namespace lenkwerk::i18n {

namespace {

icu::Formattable formattable(MessageValue const& value) {
    if (auto const* number = std::get_if<std::int64_t>(&value)) return {*number};
    if (auto const* real = std::get_if<double>(&value)) return {*real};
    return {icu::UnicodeString::fromUTF8(std::get<std::string>(value))};
}

std::string fill(icu::MessageFormat const& format, MessageArguments const& arguments) {
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (auto const& [name, value] : arguments) {
        names.push_back(icu::UnicodeString::fromUTF8(name));
        values.push_back(formattable(value));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString out;
    format.format(names.data(), values.data(), static_cast<int32_t>(names.size()), out, status);
    check(status, "message");
    return utf8(out);
}

void require_all(Message const& message, std::string_view key, MessageArguments const& arguments) {
    for (auto const& wanted : message.arguments)
        if (std::ranges::find(arguments, wanted, &MessageArgument::name) == arguments.end())
            throw std::logic_error("message \"" + std::string(key) + "\" is shown without its argument {" + wanted +
                                   "}");
}

}  // namespace

struct Locale::State {
    State(std::string the_tag, std::string const& time_zone) : tag(std::move(the_tag)), formats(tag, time_zone) {}
    State(State const&) = delete;
    State& operator=(State const&) = delete;
    ~State() { of_this_thread().erase(number); }

    // Formatters that change while they format: each thread has its own, made when it first needs them.
    ThreadFormats& thread() const {
        auto& mine = of_this_thread()[number];
        if (!mine) mine = std::make_unique<ThreadFormats>(formats);
        return *mine;
    }

    Message const& message(std::string_view key) const {
        if (auto const* found = messages.find(key)) return *found;
        throw std::logic_error("no message \"" + std::string(key) + "\" in \"" + tag + "\"");
    }

    icu::MessageFormat const& compiled(Message const& message) const {
        auto& known = thread().messages;
        if (auto const found = known.find(&message); found != known.end()) return found->second;
        UErrorCode status = U_ZERO_ERROR;
        icu::MessageFormat format(icu::UnicodeString::fromUTF8(message.text), formats.locale, status);
        check(status, "message");
        return known.emplace(&message, std::move(format)).first->second;
    }

    std::string formatted(icu::number::LocalizedNumberFormatter const& formatter, double value) const {
        UErrorCode status = U_ZERO_ERROR;
        auto out = utf8(formatter.formatDouble(value, status).toString(status));
        check(status, "number");
        return out;
    }

    std::string const tag;
    SharedFormats const formats;
    Messages messages;

private:
    // By a number that is never used twice, because an address is.
    static std::unordered_map<std::uint64_t, std::unique_ptr<ThreadFormats>>& of_this_thread() {
        thread_local std::unordered_map<std::uint64_t, std::unique_ptr<ThreadFormats>> formats_of;
        return formats_of;
    }
    static std::uint64_t next_number() {
        static std::atomic<std::uint64_t> last{0};
        return ++last;
    }
    std::uint64_t const number = next_number();
};

Locale::Locale(std::string tag, std::string time_zone) : state_(std::make_unique<State>(std::move(tag), time_zone)) {}
Locale::~Locale() = default;
Locale::Locale(Locale&&) noexcept = default;

std::string const& Locale::tag() const { return state_->tag; }
bool Locale::is_right_to_left() const { return state_->formats.locale.isRightToLeft() != 0; }
bool Locale::knows(std::string_view key) const { return state_->messages.find(key) != nullptr; }
bool Locale::is_plain(std::string_view key) const {
    auto const* const message = state_->messages.find(key);
    return message != nullptr && message->arguments.empty();
}
std::vector<std::string> Locale::keys() const { return state_->messages.keys(); }
void Locale::add(std::string_view json) { state_->messages.add(json, state_->formats.locale); }

std::string Locale::text(std::string_view key) const {
    auto const& message = state_->message(key);
    return message.is_plain ? message.text : text(key, {});
}

std::string Locale::text(std::string_view key, MessageArguments const& arguments) const {
    auto const& message = state_->message(key);
    if (message.is_plain) return message.text;
    require_all(message, key, arguments);
    return fill(state_->compiled(message), arguments);
}

std::string Locale::day(Day day, DayStyle style) const {
    auto const milliseconds = static_cast<double>(day.days().time_since_epoch().count()) * U_MILLIS_PER_DAY;
    auto& formats = state_->thread();
    return style == DayStyle::numeric ? formats.numeric_day(milliseconds) : formats.day_in_words(milliseconds);
}

std::string Locale::moment(Instant instant) const {
    auto moment = state_->thread().moment(static_cast<double>(instant.milliseconds));
    return knows("common.moment") ? text("common.moment", {{"moment", moment}}) : moment;
}

std::string Locale::time(Instant instant) const {
    auto time = state_->thread().time(static_cast<double>(instant.milliseconds));
    return knows("common.time") ? text("common.time", {{"time", time}}) : time;
}

std::string Locale::number(std::int64_t number) const {
    UErrorCode status = U_ZERO_ERROR;
    auto out = utf8(state_->formats.number.formatInt(number, status).toString(status));
    check(status, "number");
    return out;
}

std::string Locale::real(double number, int digits) const {
    return state_->formatted(state_->formats.number.precision(icu::number::Precision::fixedFraction(digits)), number);
}

std::string Locale::percent(double share, int digits) const {
    auto const formatter = state_->formats.number.unit(icu::NoUnit::percent()).scale(icu::number::Scale::powerOfTen(2));
    return state_->formatted(formatter.precision(icu::number::Precision::fixedFraction(digits)), share);
}

std::string Locale::money(Cents cents) const {
    auto const amount = fmt::format("{}e-2", cents.value);  // a decimal text: a double cannot hold every amount
    UErrorCode status = U_ZERO_ERROR;
    auto out = utf8(state_->formats.money.formatDecimal(amount, status).toString(status));
    check(status, "money");
    return out;
}

std::string Locale::list(std::vector<std::string> const& items) const {
    std::vector<icu::UnicodeString> texts;
    for (auto const& item : items) texts.push_back(icu::UnicodeString::fromUTF8(item));
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString out;
    state_->formats.list->format(texts.data(), static_cast<int32_t>(texts.size()), out, status);
    check(status, "list");
    return utf8(out);
}

Day Locale::day_of(Instant instant) const {
    int32_t zone = 0, summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    state_->formats.zone->getOffset(static_cast<double>(instant.milliseconds), false, zone, summer, status);
    check(status, "time zone");
    std::chrono::milliseconds const local{instant.milliseconds + zone + summer};
    return Day{std::chrono::sys_days{std::chrono::floor<std::chrono::days>(local)}};
}

Instant Locale::start_of(Day day) const {
    std::int64_t const local = std::chrono::milliseconds{day.days().time_since_epoch()}.count();
    int32_t zone = 0, summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    state_->formats.zone->getOffset(static_cast<double>(local), true, zone, summer, status);
    check(status, "time zone");
    return {local - zone - summer};
}

int Locale::compare(std::string_view left, std::string_view right) const {
    UErrorCode status = U_ZERO_ERROR;
    auto const order = state_->formats.collator->compareUTF8(
        icu::StringPiece(left.data(), static_cast<int32_t>(left.size())),
        icu::StringPiece(right.data(), static_cast<int32_t>(right.size())), status);
    check(status, "collation");
    return order;
}

}  // namespace lenkwerk::i18n
