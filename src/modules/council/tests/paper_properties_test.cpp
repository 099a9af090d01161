// What must hold for every paper, however it was set and sent.
#include "modules/council/council.hpp"
#include "modules/council/tests/paper_disturbances.hpp"
#include "modules/council/tests/shared_paper.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace lenkwerk::council {
namespace {

// The invented paper and, where it is at hand, the real one.
std::vector<std::string> papers() {
    std::vector<std::string> found{invented_paper()};
    if (auto real = real_paper()) found.push_back(std::move(*real));
    return found;
}

// By its index, so that a failure does not print a whole paper.
std::string any_paper() {
    auto const all = papers();
    return all[*rc::gen::inRange<std::size_t>(0, all.size())];
}

bool is_read_or_refused(std::string_view bytes) {
    auto const draft = read_paper(bytes);
    return draft ? draft->withheld >= 0 : draft.problems().front().key.starts_with("council.paper.");
}

PaperDraft said_in(std::string_view bytes) {
    auto draft = read_paper(bytes);
    if (!draft) throw std::runtime_error("refused: " + draft.problems().front().key);
    return only_what_is_said(std::move(*draft));
}

// gtest would print two whole drafts; the places that differ are shorter.
std::string difference(PaperDraft const& expected, PaperDraft const& found) {
    std::string text;
    for (auto const& one : differences(expected, found))
        text += one.what + " " + one.which + " " + one.member + ": " + one.before + " → " + one.after + "\n";
    if (expected.withheld != found.withheld) text += "withheld: " + std::to_string(found.withheld) + "\n";
    for (auto const& one : found.unrecognised) text += "unrecognised: " + one.text + "\n";
    return text.empty() && expected != found ? "the reasons differ" : text;
}

RC_GTEST_PROP(PaperProperties, page_headers_anywhere_change_nothing, ()) {
    auto const text = any_paper();
    auto lines = lines_of_text(text);
    auto const header = *rc::gen::elementOf(kPageHeaders);
    auto const count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count; ++i) {
        auto const at = *rc::gen::inRange<std::size_t>(6, lines.size());
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), header);
    }
    auto const expected = said_in(text);
    auto found = said_in(text_of_lines(lines));
    found.number = expected.number;  // a header names the number of the paper it was made for
    RC_ASSERT(difference(expected, found) == "");
}

RC_GTEST_PROP(PaperProperties, the_way_it_is_written_changes_nothing, ()) {
    auto const original = any_paper();
    auto text = with_bullets(
        original, *rc::gen::elementOf(std::vector<std::string>{"- ", "– ", "• ", "* ", "·  ", "o ", "▪\t", ""}));
    text = replaced(text, "\t", *rc::gen::elementOf(std::vector<std::string>{"\t", "  ", "      ", " \t ", "\t\t"}));
    text = replaced(text, "→ ", *rc::gen::elementOf(std::vector<std::string>{"→ ", "-> ", "=> ", ""}));
    text = replaced(text, "\n", *rc::gen::elementOf(std::vector<std::string>{"\n", "\r\n", "\r", "  \n"}));
    auto const encoding = *rc::gen::inRange(0, 3);
    if (encoding == 1) text = "\xEF\xBB\xBF" + text;
    if (encoding == 2) text = in_windows1252(text);
    auto expected = said_in(original), found = said_in(text);
    expected.reasons = found.reasons = std::nullopt;  // they hold the bullets, verbatim
    RC_ASSERT(difference(expected, found) == "");
}

RC_GTEST_PROP(PaperProperties, a_paper_with_missing_lines_is_read_or_refused, ()) {
    auto lines = lines_of_text(any_paper());
    auto const first = *rc::gen::inRange<std::size_t>(0, lines.size());
    auto const count = *rc::gen::inRange<std::size_t>(0, lines.size() - first);
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(first),
                lines.begin() + static_cast<std::ptrdiff_t>(first + count));
    RC_ASSERT(is_read_or_refused(text_of_lines(lines)));
}

RC_GTEST_PROP(PaperProperties, bytes_of_any_kind_are_read_or_refused_with_a_key, (std::string const& bytes)) {
    RC_ASSERT(is_read_or_refused(bytes));
}

RC_GTEST_PROP(PaperProperties, broken_bytes_in_a_paper_break_nothing_else, (std::string const& bytes)) {
    auto text = any_paper();
    auto const at = *rc::gen::inRange<std::size_t>(0, text.size());
    text.replace(at, std::min(bytes.size(), text.size() - at), bytes);
    RC_ASSERT(is_read_or_refused(text));
}

}  // namespace
}  // namespace lenkwerk::council
