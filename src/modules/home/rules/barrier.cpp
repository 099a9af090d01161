#include "modules/home/rules/barrier.hpp"

#include "base/text.hpp"
#include "modules/home/rules/refusals.hpp"

namespace lenkwerk::home {
namespace {

constexpr std::size_t kLongestText = 5'000;
constexpr std::size_t kLongestLine = 200;

}  // namespace

Outcome<BarrierReport> check_barrier(BarrierReport report) {
    report = {text::squeeze(report.page), text::trim(report.text), text::squeeze(report.contact)};
    if (report.text.empty()) return refuse("home.barrier.text_missing", "text");
    if (text::length(report.text) > kLongestText) return too_long("text", kLongestText);
    if (text::length(report.page) > kLongestLine) return too_long("page", kLongestLine);
    if (text::length(report.contact) > kLongestLine) return too_long("contact", kLongestLine);
    return report;
}

Outcome<std::string> check_answer(std::string answer) {
    answer = text::trim(answer);
    if (answer.empty()) return refuse("home.barrier.answer_missing", "answer");
    if (text::length(answer) > kLongestText) return too_long("answer", kLongestText);
    return answer;
}

}  // namespace lenkwerk::home
