#include "platform/i18n/formats.hpp"

#include <stdexcept>

#include <unicode/dtptngen.h>

namespace lenkwerk::i18n {

namespace {

// English is what residents read who do not read German: days first, as everywhere around them.
icu::Locale icu_locale(std::string_view tag) {
    UErrorCode status = U_ZERO_ERROR;
    auto const locale = icu::Locale::forLanguageTag(tag == "en" ? "en-GB" : std::string(tag).c_str(), status);
    check(status, "language");
    return locale;
}

std::unique_ptr<icu::TimeZone> zone_of(std::string const& name) {
    std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    if (*zone == icu::TimeZone::getUnknown()) throw std::invalid_argument("unknown time zone: " + name);
    return zone;
}

icu::UnicodeString pattern_of(char const* skeleton, icu::Locale const& locale) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::DateTimePatternGenerator> const generator(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    check(status, "date patterns");
    auto pattern =
        generator->getBestPattern(icu::UnicodeString::fromUTF8(skeleton), UDATPG_MATCH_ALL_FIELDS_LENGTH, status);
    check(status, "date pattern");
    return pattern;
}

// For constructors that report into a reference; checked when the full expression ends.
class Checked {
public:
    explicit Checked(char const* what) : what_(what) {}
    Checked(Checked const&) = delete;
    Checked& operator=(Checked const&) = delete;
    ~Checked() noexcept(false) { check(status_, what_); }
    operator UErrorCode&() { return status_; }

private:
    char const* what_;
    UErrorCode status_ = U_ZERO_ERROR;
};

}  // namespace

void check(UErrorCode status, char const* what) {
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU, ") + what + ": " + u_errorName(status));
}

std::string utf8(icu::UnicodeString const& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

SharedFormats::SharedFormats(std::string_view tag, std::string const& time_zone)
    : locale(icu_locale(tag)),
      zone(zone_of(time_zone)),
      number(icu::number::NumberFormatter::withLocale(locale)),
      money(icu::number::NumberFormatter::withLocale(locale).unit(icu::CurrencyUnit(u"EUR", Checked("currency")))),
      numeric_day(pattern_of("yyyyMMdd", locale)),
      day_in_words(pattern_of("yMMMMd", locale)),
      moment(pattern_of("yyyyMMddHHmm", locale)),
      time(pattern_of("HHmm", locale)) {
    UErrorCode status = U_ZERO_ERROR;
    collator.reset(icu::Collator::createInstance(locale, status));
    list.reset(icu::ListFormatter::createInstance(locale, status));
    check(status, "collation and lists");
}

DateFormat::DateFormat(icu::UnicodeString const& pattern, icu::Locale const& locale, icu::TimeZone const& zone)
    : format_(pattern, locale, Checked("date format")), calendar_(zone, locale, Checked("calendar")) {}

std::string DateFormat::operator()(double milliseconds) {
    UErrorCode status = U_ZERO_ERROR;
    calendar_.setTime(milliseconds, status);
    check(status, "date");
    icu::UnicodeString out;
    icu::FieldPosition ignored;
    return utf8(format_.format(calendar_, out, ignored));
}

ThreadFormats::ThreadFormats(SharedFormats const& shared)
    : numeric_day(shared.numeric_day, shared.locale, *icu::TimeZone::getGMT()),
      day_in_words(shared.day_in_words, shared.locale, *icu::TimeZone::getGMT()),
      moment(shared.moment, shared.locale, *shared.zone),
      time(shared.time, shared.locale, *shared.zone) {}

}  // namespace lenkwerk::i18n
