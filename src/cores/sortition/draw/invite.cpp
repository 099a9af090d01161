#include "cores/sortition/draw/invite.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "cores/sortition/digest.hpp"
#include "cores/sortition/draw/homes.hpp"
#include "cores/sortition/input/read.hpp"

namespace lenkwerk::sortition::draw {
namespace {

using input::folded;
using input::place;
using input::trimmed;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

struct Candidate {
    Digest rank;
    std::string_view code;
    int stratum = 0;
    int home = 0;        // address, by number
    int at_address = 1;  // eligible people who live there
};

class Drawing {
public:
    Drawing(std::string const& file, std::string_view text, InvitationRequest const& request)
        : rows_(file, text), text_of_file_(text), request_(request) {
        for (auto const& area : request.areas) areas_.insert(folded(area));
        excluded_.insert(request.excluded.begin(), request.excluded.end());
        auto const lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
        codes_.reserve(lines);
        candidates_.reserve(lines);
    }

    Outcome<Invitations> run() {
        if (auto const read = read_all(); !read) return read.problems();
        if (!address_.empty()) keep_one_per_address();
        number_strata_by_name();
        return draw();
    }

private:
    MessageArguments here(int column, std::string_view text = {}) const {
        return place(rows_.name(), rows_.line(), column + 1, {{"text", std::string(text.substr(0, 60))}});
    }

    Outcome<int> column(std::string const& name) const {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (folded(cells_[i]) == folded(name)) return static_cast<int>(i);
        }
        return input::column_missing(rows_.name(), rows_.line(), name);
    }

    Outcome<Done> find_columns() {
        auto const find = [&](std::string const& name, std::vector<int>& into) -> Outcome<Done> {
            if (name.empty()) return Done{};
            auto const found = column(name);
            if (!found) return found.problems();
            into.push_back(*found);
            return Done{};
        };
        if (auto const found = find(request_.code_column, code_); !found) return found;
        if (auto const found = find(request_.birth_column, birth_); !found) return found;
        if (auto const found = find(request_.area_column, area_); !found) return found;
        if (auto const found = find(request_.moved_in_column, moved_in_); !found) return found;
        for (auto const& name : request_.strata_columns) {
            if (auto const found = find(name, strata_); !found) return found;
        }
        for (auto const& name : request_.address_columns) {
            if (auto const found = find(name, address_); !found) return found;
        }
        return Done{};
    }

    Outcome<Done> read_all() {
        auto more = rows_.next(cells_);
        if (!more) return more.problems();
        if (!*more) return input::empty_pool(place(rows_.name(), 1, 0));
        if (auto const found = find_columns(); !found) return found;
        while (true) {
            more = rows_.next(cells_);
            if (!more) return more.problems();
            if (!*more) break;
            ++result_.rows;
            if (auto const read = read_row(); !read) return read;
        }
        if (result_.rows == 0) return input::empty_pool(place(rows_.name(), rows_.line(), 0));
        return check_codes();
    }

    std::string_view cell(int column) const {
        return at(column) < cells_.size() ? trimmed(cells_[at(column)]) : std::string_view{};
    }

    Outcome<Done> read_row() {
        auto const code = cell(code_.front());
        if (code.empty()) return input::empty_cell(here(code_.front()));
        codes_.push_back(code);
        auto const eligible = is_eligible(code);
        if (!eligible) return eligible.problems();
        if (!*eligible) return Done{};
        auto const stratum = stratum_here();
        if (!stratum) return stratum.problems();
        ++result_.eligible;
        ++result_.strata[at(*stratum)].eligible;
        text_.assign(request_.seed).append("\n").append(code);
        auto const rank = sha256(text_);
        candidates_.push_back({rank, code, *stratum, address_.empty() ? 0 : home_here()});
        return Done{};
    }

    Outcome<bool> is_eligible(std::string_view code) const {
        if (!excluded_.empty() && excluded_.contains(std::string(code))) return false;
        if (!area_.empty() && !areas_.contains(folded(cell(area_.front())))) return false;
        if (!birth_.empty()) {
            auto const born = day_of(cell(birth_.front()));
            if (!born) return refuse("sortition.invite.not_a_day", {}, here(birth_.front(), cell(birth_.front())));
            int const age = age_on(*request_.day, *born);
            if (age < request_.age_from || (request_.age_to && age > *request_.age_to)) return false;
        }
        if (!moved_in_.empty() && request_.moved_in_by) {
            auto const moved = day_of(cell(moved_in_.front()));
            if (!moved)
                return refuse("sortition.invite.not_a_day", {}, here(moved_in_.front(), cell(moved_in_.front())));
            if (*moved > *request_.moved_in_by) return false;
        }
        return true;
    }

    Outcome<int> stratum_here() {
        text_.clear();
        for (int const column : strata_) {
            if (cell(column).empty()) return input::empty_cell(here(column));
            if (column != strata_.front()) text_ += '|';
            text_ += cell(column);
        }
        auto const [entry, is_new] = stratum_of_.try_emplace(text_, static_cast<int>(result_.strata.size()));
        if (is_new) result_.strata.push_back({text_, 0, 0, 0});
        return entry->second;
    }

    // Who has no address shares it with nobody.
    int home_here() {
        text_.clear();
        for (int const column : address_) text_ += input::normalised_address(cell(column)) + "\n";
        if (text_.size() == address_.size()) text_.assign("?").append(codes_.back());
        return homes_.number_of(text_);
    }

    // Two rows with one code would give somebody two tickets. Sorted views need less room than a table of hashes.
    Outcome<Done> check_codes() {
        std::ranges::sort(codes_);
        auto const twice = std::ranges::adjacent_find(codes_);
        if (twice == codes_.end()) return Done{};
        return refuse("sortition.invite.code_twice", {},
                      place(rows_.name(), second_line_of(*twice), code_.front() + 1,
                            {{"text", std::string(twice->substr(0, 60))}}));
    }

    int second_line_of(std::string_view code) const {
        input::Rows again(rows_.name(), text_of_file_);
        std::vector<std::string_view> cells;
        int seen = 0;
        auto const column = at(code_.front());
        while (again.next(cells) && seen < 2) seen += column < cells.size() && trimmed(cells[column]) == code;
        return again.line();
    }

    // Of the eligible people at one address the one with the smallest rank stays: all equally likely.
    void keep_one_per_address() {
        std::vector<Candidate*> best(at(homes_.count()));
        for (auto& candidate : candidates_) {
            auto& who = best[at(candidate.home)];
            int const people = who ? who->at_address + 1 : 1;
            if (!who || address_rank(candidate) < address_rank(*who)) who = &candidate;
            who->at_address = people;
        }
        auto const loses = [&](Candidate const& candidate) { return best[at(candidate.home)] != &candidate; };
        std::size_t kept = 0;
        for (auto const& candidate : candidates_) {
            if (!loses(candidate)) candidates_[kept++] = candidate;
        }
        candidates_.resize(kept);
    }

    // A ticket of its own, so that winning at home says nothing about the draw in the stratum.
    Digest address_rank(Candidate const& candidate) const {
        return sha256(request_.seed + "\naddress\n" + std::string(candidate.code));
    }

    void number_strata_by_name() {
        std::vector<int> order(result_.strata.size()), place(result_.strata.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
        std::ranges::sort(order, {}, [&](int i) -> auto const& { return result_.strata[at(i)].name; });
        std::vector<Stratum> strata;
        for (int const old : order) {
            place[at(old)] = static_cast<int>(strata.size());
            strata.push_back(std::move(result_.strata[at(old)]));
        }
        result_.strata = std::move(strata);
        for (auto& candidate : candidates_) {
            candidate.stratum = place[at(candidate.stratum)];
            ++result_.strata[at(candidate.stratum)].candidates;
        }
    }

    Outcome<Invitations> draw() {
        std::vector<double> shares;
        std::vector<std::int64_t> available;
        std::map<std::string, double> const factors(request_.oversampling.begin(), request_.oversampling.end());
        for (auto const& stratum : result_.strata) {
            auto const factor = factors.find(stratum.name);
            shares.push_back(static_cast<double>(stratum.eligible) * (factor == factors.end() ? 1 : factor->second));
            available.push_back(stratum.candidates);
        }
        auto const letters =
            apportion(shares, available, request_.letters, request_.minimum_per_stratum, request_.apportionment);
        if (!letters) return letters.problems();
        std::vector<std::vector<Candidate const*>> by_stratum(result_.strata.size());
        for (auto const& candidate : candidates_) by_stratum[at(candidate.stratum)].push_back(&candidate);
        for (std::size_t stratum = 0; stratum < by_stratum.size(); ++stratum) {
            take_first(by_stratum[stratum], static_cast<int>(stratum), (*letters)[stratum]);
        }
        return std::move(result_);
    }

    void take_first(std::vector<Candidate const*>& people, int stratum, std::int64_t letters) {
        result_.strata[at(stratum)].letters = letters;
        auto const end = people.begin() + static_cast<std::ptrdiff_t>(letters);
        std::ranges::partial_sort(people, end, {},
                                  [](auto const* candidate) -> auto const& { return candidate->rank; });
        double const share = static_cast<double>(letters) / static_cast<double>(people.size());
        for (auto one = people.begin(); one != end; ++one) {
            result_.invitations.push_back({std::string((*one)->code), stratum, share / (*one)->at_address});
        }
    }

    input::Rows rows_;
    std::string_view text_of_file_;
    InvitationRequest const& request_;
    Invitations result_;
    std::vector<std::string_view> cells_, codes_;
    std::vector<int> code_, birth_, area_, moved_in_, strata_, address_;
    std::set<std::string> areas_;
    std::unordered_set<std::string> excluded_;
    std::unordered_map<std::string, int> stratum_of_;
    std::vector<Candidate> candidates_;
    Homes homes_;
    std::string text_;
};

}  // namespace

Outcome<Invitations> invite(std::string const& file, std::string bytes, InvitationRequest const& request) {
    auto const text = input::as_utf8(file, std::move(bytes));
    if (!text) return text.problems();
    if (!request.birth_column.empty() && !request.day) return refuse("sortition.invite.day_missing", "day");
    return Drawing(file, *text, request).run();
}

}  // namespace lenkwerk::sortition::draw
