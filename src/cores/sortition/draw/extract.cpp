#include "cores/sortition/draw/extract.hpp"

#include <algorithm>
#include <future>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "cores/sortition/input/read.hpp"

namespace lenkwerk::sortition::draw {
namespace {

using input::folded;
using input::place;
using input::trimmed;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr std::size_t kBlock = 1 << 20;            // bytes of addresses kept together
constexpr std::ptrdiff_t kSmallSection = 1 << 20;  // bytes below which a thread of its own does not pay

struct Columns {
    std::vector<int> code, birth, area, moved_in, strata, address;
};

struct Header {
    input::Rows rows;  // behind the header
    Columns columns;
};

Outcome<Header> header_of(std::string const& file, std::string_view text, InvitationRequest const& request) {
    Header header{input::Rows(file, text), {}};
    std::vector<std::string_view> cells;
    auto const more = header.rows.next(cells);
    if (!more) return more.problems();
    if (!*more) return input::empty_pool(place(file, 1, 0));
    Problems missing;
    auto const find = [&](std::string const& name, std::vector<int>& into) {
        auto const same = [&](std::string_view cell) { return folded(cell) == folded(name); };
        auto const found = std::ranges::find_if(cells, same);
        if (name.empty() || !missing.empty()) return;
        if (found == cells.end()) missing = input::column_missing(file, header.rows.line(), name);
        into.push_back(static_cast<int>(found - cells.begin()));
    };
    find(request.code_column, header.columns.code);
    find(request.birth_column, header.columns.birth);
    find(request.area_column, header.columns.area);
    find(request.moved_in_column, header.columns.moved_in);
    for (auto const& name : request.strata_columns) find(name, header.columns.strata);
    for (auto const& name : request.address_columns) find(name, header.columns.address);
    if (!missing.empty()) return missing;
    return header;
}

// What is asked of people, in the form in which it is compared.
struct Eligibility {
    std::set<std::string> areas;
    std::unordered_set<std::string> excluded;
    explicit Eligibility(InvitationRequest const& request)
        : excluded(request.excluded.begin(), request.excluded.end()) {
        for (auto const& area : request.areas) areas.insert(folded(area));
    }
};

// Reads rows one after the other.
class Section {
public:
    Section(input::Rows rows, Columns const& columns, InvitationRequest const& request, Eligibility const& eligibility)
        : rows_(std::move(rows)), columns_(columns), request_(request), eligibility_(eligibility) {}

    Outcome<Extract> run() {
        auto const lines = static_cast<std::size_t>(std::ranges::count(rows_.rest(), '\n')) + 1;
        result_.codes.reserve(lines);
        result_.candidates.reserve(lines);
        result_.code_column = columns_.code.front();
        while (true) {
            auto const more = rows_.next(cells_);
            if (!more) return more.problems();
            if (!*more) break;
            if (auto const read = read_row(); !read) return read.problems();
        }
        if (result_.codes.empty()) return input::empty_pool(place(rows_.name(), rows_.line(), 0));
        result_.text.splice(result_.text.end(), rows_.take_unquoted());
        return std::move(result_);
    }

private:
    MessageArguments here(int column, std::string_view text = {}) const {
        return place(rows_.name(), rows_.line(), column + 1, {{"text", std::string(text.substr(0, 60))}});
    }

    std::string_view cell(int column) const {
        return at(column) < cells_.size() ? trimmed(cells_[at(column)]) : std::string_view{};
    }

    Outcome<Done> read_row() {
        auto const code = cell(columns_.code.front());
        if (code.empty()) return input::empty_cell(here(columns_.code.front()));
        result_.codes.push_back(code);
        auto const eligible = is_eligible(code);
        if (!eligible) return eligible.problems();
        if (!*eligible) return Done{};
        auto const stratum = stratum_here();
        if (!stratum) return stratum.problems();
        auto const address = columns_.address.empty() ? std::string_view{} : address_here();
        result_.candidates.push_back({code, address, std::hash<std::string_view>{}(address), *stratum});
        return Done{};
    }

    Outcome<bool> is_eligible(std::string_view code) const {
        auto const& [areas, excluded] = eligibility_;
        if (!excluded.empty() && excluded.contains(std::string(code))) return false;
        if (!columns_.area.empty() && !areas.contains(folded(cell(columns_.area.front())))) return false;
        if (!columns_.birth.empty()) {
            auto const born = day_here(columns_.birth.front());
            if (!born) return born.problems();
            int const age = age_on(*request_.day, *born);
            if (age < request_.age_from || (request_.age_to && age > *request_.age_to)) return false;
        }
        if (columns_.moved_in.empty() || !request_.moved_in_by) return true;
        auto const moved = day_here(columns_.moved_in.front());
        if (!moved) return moved.problems();
        return *moved <= *request_.moved_in_by;
    }

    Outcome<Day> day_here(int column) const {
        if (auto const day = day_of(cell(column))) return *day;
        return refuse("sortition.invite.not_a_day", {}, here(column, cell(column)));
    }

    Outcome<int> stratum_here() {
        text_.clear();
        for (int const column : columns_.strata) {
            if (cell(column).empty()) return input::empty_cell(here(column));
            if (column != columns_.strata.front()) text_ += '|';
            text_ += cell(column);
        }
        auto const [entry, is_new] = stratum_of_.try_emplace(text_, static_cast<int>(result_.strata.size()));
        if (is_new) result_.strata.push_back(text_);
        return entry->second;
    }

    // Who has no address shares it with nobody.
    std::string_view address_here() {
        text_.clear();
        for (int const column : columns_.address) text_ += input::normalised_address(cell(column)) + "\n";
        if (text_.size() == columns_.address.size()) text_.assign("?").append(result_.codes.back());
        auto& blocks = result_.text;
        if (blocks.empty() || blocks.back().size() + text_.size() > blocks.back().capacity()) {
            blocks.emplace_back().reserve(std::max(kBlock, text_.size()));
        }
        auto const begin = blocks.back().size();
        blocks.back() += text_;
        return std::string_view(blocks.back()).substr(begin);
    }

    input::Rows rows_;
    Columns const& columns_;
    InvitationRequest const& request_;
    Eligibility const& eligibility_;
    Extract result_;
    std::vector<std::string_view> cells_;
    std::unordered_map<std::string, int> stratum_of_;
    std::string text_;
};

// The rest of the file in parts that end behind a line break.
std::vector<std::string_view> parts_of(std::string_view rest, int threads) {
    std::vector<std::string_view> parts;
    auto const size = static_cast<std::ptrdiff_t>(rest.size());
    auto const count = std::clamp<std::ptrdiff_t>(size / kSmallSection, 1, std::max(1, threads));
    for (auto left = count; left > 1 && !rest.empty(); --left) {
        auto const end = rest.find('\n', rest.size() / static_cast<std::size_t>(left));
        if (end == std::string_view::npos) break;
        parts.push_back(rest.substr(0, end + 1));
        rest.remove_prefix(end + 1);
    }
    if (!rest.empty() || parts.empty()) parts.push_back(rest);
    return parts;
}

void append(Extract& whole, Extract part) {
    std::vector<int> number;
    for (auto& name : part.strata) {
        auto const known = std::ranges::find(whole.strata, name);
        number.push_back(static_cast<int>(known - whole.strata.begin()));
        if (known == whole.strata.end()) whole.strata.push_back(std::move(name));
    }
    whole.codes.insert(whole.codes.end(), part.codes.begin(), part.codes.end());
    whole.candidates.reserve(whole.candidates.size() + part.candidates.size());
    for (auto candidate : part.candidates) {
        candidate.stratum = number[at(candidate.stratum)];
        whole.candidates.push_back(candidate);
    }
    whole.text.splice(whole.text.end(), part.text);
}

}  // namespace

// A quoted cell may hold a line break at which a part was cut; then the part has an open quote and is refused. Whatever a
// part refuses is read again in one go, which counts the lines and finds the first fault.
Outcome<Extract> read_extract(std::string const& file, std::string_view text, InvitationRequest const& request) {
    auto header = header_of(file, text, request);
    if (!header) return header.problems();
    Eligibility const eligibility(request);
    auto const parts = parts_of(header->rows.rest(), request.threads);
    std::vector<std::future<Outcome<Extract>>> reading;
    for (auto const part : parts) {
        reading.push_back(std::async(parts.size() > 1 ? std::launch::async : std::launch::deferred, [&, part] {
            return Section(header->rows.only(part), header->columns, request, eligibility).run();
        }));
    }
    auto whole = reading.front().get();
    for (std::size_t part = 1; part < reading.size(); ++part) {
        auto more = reading[part].get();
        if (!more)
            whole = more.problems();
        else if (whole)
            append(*whole, std::move(*more));
    }
    if (whole || parts.size() == 1) return whole;
    return Section(header->rows, header->columns, request, eligibility).run();
}

}  // namespace lenkwerk::sortition::draw
