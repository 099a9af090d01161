#include "cores/sortition/draw/invite.hpp"

#include <algorithm>
#include <future>
#include <map>
#include <span>

#include "cores/sortition/digest.hpp"
#include "cores/sortition/draw/extract.hpp"
#include "cores/sortition/draw/homes.hpp"
#include "cores/sortition/input/read.hpp"

namespace lenkwerk::sortition::draw {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// A place in an order by SHA-256, of which the first 64 bits nearly always decide.
std::uint64_t first_bits(Digest const& digest) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i) bits = bits << 8 | digest[i];
    return bits;
}

// Who is still in the draw.
struct Ticket {
    std::uint64_t bits = 0;
    std::string_view code;
    int stratum = 0;
    int at_address = 1;  // eligible people who live there
};

// By SHA-256(prefix, code), all of it.
class Order {
public:
    explicit Order(std::string prefix) : prefix_(std::move(prefix)) {}
    Digest digest(std::string_view code) const { return sha256(prefix_ + std::string(code)); }
    std::uint64_t bits(std::string_view code) const { return first_bits(digest(code)); }
    bool operator()(Ticket const& one, Ticket const& two) const {
        return one.bits != two.bits ? one.bits < two.bits : digest(one.code) < digest(two.code);
    }

private:
    std::string prefix_;
};

// Each of `items` by itself, several at a time.
template <class Item, class Each> void in_parallel(std::span<Item> items, int threads, Each const& each) {
    auto const share = items.size() / static_cast<std::size_t>(std::max(1, threads)) + 1;
    std::vector<std::future<void>> work;
    while (!items.empty()) {
        auto const part = items.first(std::min(share, items.size()));
        items = items.subspan(part.size());
        auto const policy = items.empty() ? std::launch::deferred : std::launch::async;  // the last by this thread
        work.push_back(std::async(policy, [part, &each] { std::ranges::for_each(part, each); }));
    }
    for (auto part = work.rbegin(); part != work.rend(); ++part) part->get();
}

class Drawing {
public:
    Drawing(std::string const& file, std::string_view text, InvitationRequest const& request)
        : file_(file), text_(text), request_(request) {}

    Outcome<Invitations> run() {
        auto read = read_extract(file_, text_, request_);
        if (!read) return read.problems();
        extract_ = std::move(*read);
        auto checked = std::async(request_.threads > 1 ? std::launch::async : std::launch::deferred,
                                  [this] { return check_codes(); });
        count_eligible();
        issue_tickets();
        if (auto const codes = checked.get(); !codes) return codes.problems();
        number_strata_by_name();
        return draw();
    }

private:
    // Two rows with one code would give somebody two tickets. Where no two hashes are equal, no two codes are.
    Outcome<Done> check_codes() const {
        std::vector<std::size_t> hashes;
        hashes.reserve(extract_.codes.size());
        for (auto const code : extract_.codes) hashes.push_back(std::hash<std::string_view>{}(code));
        std::ranges::sort(hashes);
        if (std::ranges::adjacent_find(hashes) == hashes.end()) return Done{};
        auto codes = extract_.codes;
        std::ranges::sort(codes);
        auto const twice = std::ranges::adjacent_find(codes);
        if (twice == codes.end()) return Done{};
        return refuse("sortition.invite.code_twice", {},
                      input::place(file_, second_line_of(*twice), extract_.code_column + 1,
                                   {{"text", std::string(twice->substr(0, 60))}}));
    }

    int second_line_of(std::string_view code) const {
        input::Rows again(file_, text_);
        std::vector<std::string_view> cells;
        int seen = 0;
        auto const column = at(extract_.code_column);
        while (again.next(cells) && seen < 2) seen += column < cells.size() && input::trimmed(cells[column]) == code;
        return again.line();
    }

    void count_eligible() {
        result_.rows = std::ssize(extract_.codes);
        result_.eligible = std::ssize(extract_.candidates);
        for (auto& name : extract_.strata) result_.strata.push_back({std::move(name), 0, 0, 0});
        for (auto const& candidate : extract_.candidates) ++result_.strata[at(candidate.stratum)].eligible;
    }

    void issue_tickets() {
        for (auto const& candidate : extract_.candidates) tickets_.push_back({0, candidate.code, candidate.stratum, 1});
        if (!request_.address_columns.empty()) keep_one_per_address();
        in_parallel(std::span(tickets_), request_.threads,
                    [&](Ticket& ticket) { ticket.bits = rank_.bits(ticket.code); });
    }

    // Of the eligible people at one address the one with the smallest ticket stays: all equally likely. It is a ticket of
    // its own, so that winning at home says nothing about the draw in the stratum.
    void keep_one_per_address() {
        auto const home_of = number_homes();
        Order const order(request_.seed + "\naddress\n");
        std::vector<int> people(at(homes_));
        for (int const home : home_of) ++people[at(home)];
        for (std::size_t i = 0; i < tickets_.size(); ++i) tickets_[i].at_address = people[at(home_of[i])];
        in_parallel(std::span(tickets_), request_.threads, [&](Ticket& ticket) {
            if (ticket.at_address > 1) ticket.bits = order.bits(ticket.code);  // who lives alone needs none
        });
        std::vector<int> winner(at(homes_), -1);
        for (std::size_t i = 0; i < tickets_.size(); ++i) {
            int& best = winner[at(home_of[i])];
            if (best < 0 || order(tickets_[i], tickets_[at(best)])) best = static_cast<int>(i);
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < tickets_.size(); ++i) {
            if (winner[at(home_of[i])] == static_cast<int>(i)) tickets_[kept++] = tickets_[i];
        }
        tickets_.resize(kept);
    }

    std::vector<int> number_homes() {
        Homes homes(extract_.candidates.size());
        std::vector<int> result;
        result.reserve(extract_.candidates.size());
        for (auto const& candidate : extract_.candidates) {
            result.push_back(homes.number_of(candidate.address_hash, candidate.address));
        }
        homes_ = homes.count();
        return result;
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
        for (auto& ticket : tickets_) {
            ticket.stratum = place[at(ticket.stratum)];
            ++result_.strata[at(ticket.stratum)].candidates;
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
        std::vector<std::vector<Ticket>> by_stratum(result_.strata.size());
        for (auto const& ticket : tickets_) by_stratum[at(ticket.stratum)].push_back(ticket);
        for (std::size_t stratum = 0; stratum < by_stratum.size(); ++stratum) {
            take_first(by_stratum[stratum], static_cast<int>(stratum), (*letters)[stratum]);
        }
        return std::move(result_);
    }

    void take_first(std::vector<Ticket>& people, int stratum, std::int64_t letters) {
        result_.strata[at(stratum)].letters = letters;
        auto const end = people.begin() + static_cast<std::ptrdiff_t>(letters);
        std::ranges::partial_sort(people, end, rank_);
        double const share = static_cast<double>(letters) / static_cast<double>(people.size());
        for (auto one = people.begin(); one != end; ++one) {
            result_.invitations.push_back({std::string(one->code), stratum, share / one->at_address});
        }
    }

    std::string const& file_;
    std::string_view text_;
    InvitationRequest const& request_;
    Order const rank_{request_.seed + "\n"};
    Extract extract_;
    Invitations result_;
    std::vector<Ticket> tickets_;
    int homes_ = 0;
};

}  // namespace

Outcome<Invitations> invite(std::string const& file, std::string bytes, InvitationRequest const& request) {
    auto const text = input::as_utf8(file, std::move(bytes));
    if (!text) return text.problems();
    if (!request.birth_column.empty() && !request.day) return refuse("sortition.invite.day_missing", "day");
    return Drawing(file, *text, request).run();
}

}  // namespace lenkwerk::sortition::draw
