#include "modules/council/rules/corrections.hpp"

#include <algorithm>
#include <tuple>

namespace lenkwerk::council {
namespace {

// What names a thing in two readings of the same paper: what the office never sees changed by a shifted line.
std::string name_of(DraftConsultation const& one) { return one.body; }
std::string name_of(DraftField const& one) { return one.number; }
std::string name_of(DraftTopic const& one) { return one.number; }
std::string name_of(DraftBudgetAmount const& one) {
    return one.order + '\n' + one.account + '\n' + std::to_string(one.from.value_or(0)) + '\n' +
           std::to_string(one.to.value_or(0));
}

// Everything a thing says, for the comparison member by member.
auto members(DraftConsultation& one) { return std::tie(one.body, one.date, one.role); }
auto members(DraftField& one) { return std::tie(one.number, one.title, one.subtitle); }
auto members(DraftTopic& one) { return std::tie(one.number, one.title, one.field, one.parent); }
auto members(DraftBudgetAmount& one) {
    return std::tie(one.holder, one.order, one.account, one.label, one.from, one.to, one.basis, one.amount);
}

template <class T> void take(T& now, T const& read, T const& corrected) {
    if (now == read) now = corrected;
}
template <class Tuple, std::size_t... I>
void take_each(Tuple now, Tuple read, Tuple corrected, std::index_sequence<I...>) {
    (take(std::get<I>(now), std::get<I>(read), std::get<I>(corrected)), ...);
}
// Where `now` says what was read, the corrected member stands.
template <class Thing> void take_members(Thing& now, Thing read, Thing corrected) {
    auto to = members(now), from = members(read), with = members(corrected);
    take_each(to, from, with, std::make_index_sequence<std::tuple_size_v<decltype(to)>>{});
}

// The how-manieth of `all` with the same key stands at `at`: bodies can come twice, amounts share a line.
template <class Thing, class KeyOf>
std::size_t count_before(std::vector<Thing> const& all, std::size_t at, KeyOf key_of) {
    auto const end = all.begin() + static_cast<std::ptrdiff_t>(at);
    return static_cast<std::size_t>(
        std::count_if(all.begin(), end, [&](Thing const& one) { return key_of(one) == key_of(all[at]); }));
}
template <class Thing, class KeyOf, class Key>
Thing const* nth(std::vector<Thing> const& all, Key const& key, std::size_t n, KeyOf key_of) {
    for (auto const& one : all)
        if (key_of(one) == key && n-- == 0) return &one;
    return nullptr;
}

template <class Thing> class Merging {
public:
    Merging(std::vector<Thing> const& read, std::vector<Thing> const& corrected) : read_(read), corrected_(corrected) {}

    std::vector<Thing> merged(std::vector<Thing> const& now) const {
        std::vector<Thing> result;
        for (std::size_t i = 0; i < now.size(); ++i)
            if (auto one = corrected_one(now, i)) result.push_back(*std::move(one));
        for (std::size_t i = 0; i < corrected_.size(); ++i) add_what_the_office_added(result, i);
        return result;
    }

private:
    static auto lines_of(Thing const& one) { return one.lines; }

    // Nothing: the office had left it out.
    std::optional<Thing> corrected_one(std::vector<Thing> const& now, std::size_t at) const {
        auto one = now[at];
        auto const* const before = nth(read_, name_of(one), count_before(now, at, name_of_thing), name_of_thing);
        if (!before) return one;
        auto const position = static_cast<std::size_t>(before - read_.data());
        auto const* const after = nth(corrected_, before->lines, count_before(read_, position, lines_of), lines_of);
        if (!after) return std::nullopt;
        take_members(one, *before, *after);
        return one;
    }
    // What stands on no line of the paper was typed; it comes back to its place.
    void add_what_the_office_added(std::vector<Thing>& result, std::size_t at) const {
        if (!corrected_[at].lines.empty()) return;
        auto const place = std::min(at, result.size());
        result.insert(result.begin() + static_cast<std::ptrdiff_t>(place), corrected_[at]);
    }
    static std::string name_of_thing(Thing const& one) { return name_of(one); }

    std::vector<Thing> const& read_;
    std::vector<Thing> const& corrected_;
};

template <class Thing>
void merge(std::vector<Thing>& now, std::vector<Thing> const& read, std::vector<Thing> const& corrected) {
    now = Merging<Thing>(read, corrected).merged(now);
}

template <class T>
void take_found(std::optional<Found<T>>& now, std::optional<Found<T>> const& read,
                std::optional<Found<T>> const& corrected) {
    auto const is_as_read = now.has_value() == read.has_value() && (!now || now->value == read->value);
    if (!is_as_read) return;
    auto const lines = now ? now->lines : Lines{};
    now = corrected;
    if (now) now->lines = lines;
}

void take_deviation(PaperDraft& now, PaperDraft const& read, PaperDraft const& corrected) {
    auto const is_as_read = now.deviation.has_value() == read.deviation.has_value() &&
                            (!now.deviation || now.deviation->reason == read.deviation->reason);
    if (is_as_read) now.deviation = corrected.deviation;
}

}  // namespace

PaperDraft with_corrections(PaperDraft const& read, PaperDraft const& corrected, PaperDraft now) {
    for (auto text : {&PaperDraft::number, &PaperDraft::division, &PaperDraft::title, &PaperDraft::urgency,
                      &PaperDraft::draft_resolution, &PaperDraft::staff_effects, &PaperDraft::financial_effects,
                      &PaperDraft::climate_effects, &PaperDraft::reasons, &PaperDraft::competence})
        take_found(now.*text, read.*text, corrected.*text);
    take_found(now.date, read.date, corrected.date);
    take_found(now.is_public, read.is_public, corrected.is_public);
    take_deviation(now, read, corrected);
    merge(now.consultations, read.consultations, corrected.consultations);
    merge(now.fields, read.fields, corrected.fields);
    merge(now.topics, read.topics, corrected.topics);
    merge(now.budget, read.budget, corrected.budget);
    for (std::size_t i = 0; i < now.consultations.size(); ++i) now.consultations[i].order = static_cast<int>(i) + 1;
    return now;
}

}  // namespace lenkwerk::council
