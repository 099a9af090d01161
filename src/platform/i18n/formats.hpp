#pragma once
// ICU's formatters of one language and time zone: those that many threads may share, and those that each thread has for
// itself.
#include "platform/i18n/messages.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include <unicode/coll.h>
#include <unicode/gregocal.h>
#include <unicode/listformatter.h>
#include <unicode/msgfmt.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

namespace lenkwerk::i18n {

// ICU reports by a code; a failure here is a fault of the installation or of the program: std::runtime_error.
void check(UErrorCode status, char const* what);
std::string utf8(icu::UnicodeString const& text);

// Immutable after construction, so all threads may read it (ICU's const methods are safe then).
struct SharedFormats {
    SharedFormats(std::string_view tag, std::string const& time_zone);

    icu::Locale locale;
    std::unique_ptr<icu::TimeZone> zone;
    std::unique_ptr<icu::Collator> collator;
    std::unique_ptr<icu::ListFormatter> list;
    icu::number::LocalizedNumberFormatter number, money;
    icu::UnicodeString numeric_day, day_in_words, moment, time;  // patterns of ICU's generator
};

// A date formatter with a calendar of its own: ICU changes both while it formats.
class DateFormat {
public:
    DateFormat(icu::UnicodeString const& pattern, icu::Locale const& locale, icu::TimeZone const& zone);
    std::string operator()(double milliseconds);

private:
    icu::SimpleDateFormat format_;
    icu::GregorianCalendar calendar_;
};

struct ThreadFormats {
    explicit ThreadFormats(SharedFormats const& shared);

    DateFormat numeric_day, day_in_words, moment, time;
    std::unordered_map<Message const*, icu::MessageFormat> messages;
};

}  // namespace lenkwerk::i18n
