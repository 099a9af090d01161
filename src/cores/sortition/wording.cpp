#include "cores/sortition/wording.hpp"

#include <map>
#include <optional>
#include <stdexcept>

#include "cores/sortition/lottery/sentences.hpp"

namespace lenkwerk::sortition {
namespace {

// {place} is "file, line 3, column 2"; the other names are the problem's arguments.
std::map<std::string_view, std::string_view> const kSentences{
    {"sortition.input.not_text",
     "{place}: this is not a text file; export the table as CSV (UTF-8 or Windows-1252) and try again."},
    {"sortition.input.line_too_long",
     "{place}: the line is longer than {most} bytes; check that rows end in line breaks."},
    {"sortition.input.quote_open", "{place}: a quotation mark is opened and never closed; close it or remove it."},
    {"sortition.input.empty_pool", "{place}: there is nobody in this file; add one row a person below the header."},
    {"sortition.input.empty_cell", "{place}: the cell is empty; fill it in or remove the row."},
    {"sortition.quotas.unknown_header",
     "{place}: the header \"{header}\" is unknown; use feature,value,min,max or category,name,min,max or "
     "category,feature,min,max."},
    {"sortition.quotas.empty", "{place}: there are no quotas in this file; add one row a value below the header."},
    {"sortition.quotas.not_a_number", "{place}: \"{text}\" is not a whole number of at least 0; write digits only."},
    {"sortition.quotas.min_above_max",
     "{place}: the minimum {min} of {feature} = {value} exceeds its maximum {max}; lower the minimum or raise the "
     "maximum."},
    {"sortition.quotas.flex_inside",
     "{place}: the flexible bound of {feature} = {value} lies inside {min}–{max}; it has to be at least as wide."},
    {"sortition.quotas.twice", "{place}: the quota of {feature} = {value} is given twice; remove one of the rows."},
    {"sortition.quotas.minima_exceed_size",
     "{place}: the minima of {feature} sum to {sum}, more than the {size} seats of the panel; lower some of them."},
    {"sortition.quotas.maxima_below_size",
     "{place}: the maxima of {feature} sum to {sum}, fewer than the {size} seats of the panel; raise some of them."},
    {"sortition.quotas.too_few_people",
     "{place}: {feature} = {value} needs at least {min} people, but the pool has {have}; lower the minimum or find "
     "more."},
    {"sortition.quotas.infeasible",
     "{place}: no panel of {size} people satisfies all quotas together; `lenkwerk sortition check` names the smallest "
     "changes that would help."},
    {"sortition.ended_before_a_panel",
     "Ended early: no panel of {size} people was found yet, and whether the quotas allow one is not known; there is no "
     "result. Try again and let it run longer, or give the quotas more room."},
    {"sortition.legacy.no_panel",
     "The greedy method found no panel of {size} people; that does not mean that there is none: use --objective "
     "leximin."},
    {"sortition.certificate.unreadable",
     "The certificate cannot be read ({reason}); use the file as `lenkwerk sortition select` wrote it."},
    {"sortition.invite.minima_exceed_letters",
     "The minima of the strata sum to {minima}, more than the {letters} letters; lower --minimum or raise --letters."},
    {"sortition.invite.too_few_people",
     "Only {people} people can be drawn, fewer than the {letters} letters; lower --letters or widen who is eligible."},
    {"sortition.invite.not_a_day", "{place}: \"{text}\" is not a day; write 2024-05-31 or 31.05.2024."},
    {"sortition.invite.day_missing", "Age counts, but on which day is not said; add --day."},
    {"sortition.invite.code_twice",
     "{place}: the code \"{text}\" stands in two rows; give every person a code of their own."},
    {"sortition.size.too_small", "The panel needs at least one seat, not {size}; give --size a positive number."},
    {"sortition.size.exceeds_pool",
     "{file}: a panel of {size} cannot be chosen from {pool} people; lower --size or find more people."},
    {"sortition.people.column_twice", "{place}: the column \"{name}\" stands twice in the header; rename one of them."},
    {"sortition.people.column_missing", "{place}: there is no column \"{name}\"; add it or correct the header."},
    {"sortition.people.id_twice",
     "{place}: the id \"{id}\" was already given in line {earlier}; give every person an id of their own."},
    {"sortition.people.value_without_quota",
     "{place}: {feature} = \"{value}\" has no quota; add a row for it to {quotas} or correct the value."},
};

std::string plain(MessageValue const& value) {
    if (auto const* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (auto const* real = std::get_if<double>(&value)) return fmt::format("{}", *real);
    return std::get<std::string>(value);
}

std::string place_of(std::map<std::string, std::string> const& arguments) {
    std::string place = arguments.contains("file") ? arguments.at("file") : "";
    if (arguments.contains("line")) place += ", line " + arguments.at("line");
    if (arguments.contains("column") && arguments.at("column") != "0") place += ", column " + arguments.at("column");
    return place;
}

}  // namespace

std::string sentence(Problem const& problem) {
    auto const known = kSentences.find(problem.key);
    auto const pattern = known == kSentences.end() ? lottery::sentence_for(problem.key) : std::optional(known->second);
    if (!pattern) throw std::logic_error("no sentence for the refusal " + problem.key);
    std::map<std::string, std::string> arguments;
    for (auto const& [name, value] : problem.arguments) arguments[name] = plain(value);
    arguments["place"] = place_of(arguments);
    std::string result;
    std::string_view rest = *pattern;
    for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        auto const close = rest.find('}', open);
        result += rest.substr(0, open);
        result += arguments.at(std::string(rest.substr(open + 1, close - open - 1)));
        rest.remove_prefix(close + 1);
    }
    return result += rest;
}

}  // namespace lenkwerk::sortition
