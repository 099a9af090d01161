#pragma once
// Finds the columns of a file by their names and says where something is wrong.
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/outcome.hpp"
#include "cores/opinion_map/csv.hpp"
#include "cores/opinion_map/read.hpp"

namespace lenkwerk::opinion_map {

inline constexpr std::size_t kMostProblems = 5;
inline constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

// A file with a header: after `open`, its records with the columns asked for.
template <std::size_t N> class Columns {
public:
    // The first `required` of `names` must be in the header.
    Columns(Source const& source, std::array<std::string_view, N> names, std::size_t required)
        : source_(source), reader_(source.text), names_(names) {
        places_.fill(kNoColumn);
        has_header_ = reader_.next();
        if (!has_header_) complain("file_empty", 1, 1, "", "");
        for (std::size_t c = 0; has_header_ && c < N; ++c) find(c, c < required);
    }

    // The next record; false at the end or once there are problems enough.
    bool next() {
        if (problems_.size() >= kMostProblems || !has_header_ || lacks_column_ || !reader_.next()) return false;
        if (reader_.is_broken()) {
            complain("quote_open", reader_.line(), 1, "", "");
            return false;
        }
        return true;
    }

    // A field of this record; empty where the column or the field is absent.
    std::string_view operator[](std::size_t c) const {
        return places_[c] < reader_.fields().size() ? reader_.fields()[places_[c]].text : std::string_view{};
    }
    void complain_of(std::string_view rule, std::size_t c) {
        auto const fields = reader_.fields();
        auto const is_there = places_[c] < fields.size();
        auto const& at = is_there ? fields[places_[c]] : fields.back();
        complain(rule, reader_.line(), is_there ? at.column : at.column + at.text.size(), names_[c], (*this)[c]);
    }
    void complain(std::string_view rule, std::size_t line, std::size_t column, std::string_view name,
                  std::string_view value) {
        problems_.push_back({"opinion_map." + std::string(rule),
                             std::string(name),
                             {{"file", source_.name},
                              {"line", static_cast<std::int64_t>(line)},
                              {"column", static_cast<std::int64_t>(column)},
                              {"name", std::string(name)},
                              {"value", std::string(value)}}});
    }
    void add_to_last(std::string name, std::string value) {
        problems_.back().arguments.push_back({std::move(name), std::move(value)});
    }
    Problems& problems() { return problems_; }

private:
    void find(std::size_t c, bool is_required) {
        auto const fields = reader_.fields();
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (fields[i].text == names_[c]) places_[c] = i;
        }
        if (places_[c] != kNoColumn || !is_required) return;
        complain("column_missing", reader_.line(), 1, names_[c], "");
        lacks_column_ = true;
    }

    Source const& source_;
    CsvReader reader_;
    std::array<std::string_view, N> names_;
    std::array<std::size_t, N> places_{};
    bool has_header_ = false;
    bool lacks_column_ = false;
    Problems problems_;
};

}  // namespace lenkwerk::opinion_map
