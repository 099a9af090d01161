#include "cores/opinion_map/read.hpp"

#include <map>

#include "cores/opinion_map/columns.hpp"

namespace lenkwerk::opinion_map {
namespace {

constexpr std::size_t kBytesAVote = 12;  // a guess; more bytes cost some room, fewer a second allocation

std::optional<Vote> vote_of(std::string_view text) {
    if (text == "1" || text == "+1") return Vote::agree;
    if (text == "-1") return Vote::disagree;
    if (text == "0") return Vote::pass;
    return std::nullopt;
}

enum VoteColumn : std::size_t { participant, statement, vote };
using VoteFile = Columns<3>;

void take_vote(VoteFile& file, BallotBox& box, std::string const& known_in) {
    if (file[participant].empty()) return file.complain_of("participant_missing", participant);
    if (file[statement].empty()) return file.complain_of("statement_missing", statement);
    auto const cast = vote_of(file[vote]);
    if (!cast) return file.complain_of("vote_unknown", vote);
    if (box.cast(file[participant], file[statement], *cast)) return;
    file.complain_of("statement_unknown", statement);
    file.add_to_last("known_in", known_in);
}

enum StatementColumn : std::size_t { id, moderated, meta, text };
using StatementFile = Columns<4>;

bool is_flag(std::string_view value) { return value.empty() || value == "0" || value == "1" || value == "-1"; }

void take_statement(StatementFile& file, NameIndex& seen, std::vector<Statement>& statements) {
    if (file[id].empty()) return file.complain_of("statement_missing", id);
    if (seen.find(file[id])) return file.complain_of("statement_twice", id);
    if (!is_flag(file[moderated])) return file.complain_of("flag_unknown", moderated);
    if (!is_flag(file[meta])) return file.complain_of("flag_unknown", meta);
    seen.number_of(file[id]);
    statements.push_back({std::string(file[id]), std::string(file[text]), file[moderated] == "-1", file[meta] == "1"});
}

Problems too_many(Source const& source, std::size_t count) {
    return refuse("opinion_map.too_many_statements", "statement",
                  {{"file", source.name},
                   {"value", static_cast<std::int64_t>(count)},
                   {"most", static_cast<std::int64_t>(kMostStatements)}});
}

}  // namespace

Outcome<BallotBox> read_votes(Source const& source, std::optional<std::vector<Statement>> known,
                              std::string const& known_in) {
    VoteFile file(source, {"participant", "statement", "vote"}, 3);
    BallotBox box = known ? BallotBox(std::move(*known)) : BallotBox();
    box.expect(source.text.size() / kBytesAVote);
    while (file.next()) take_vote(file, box, known_in);
    if (!file.problems().empty()) return std::move(file.problems());
    if (box.ballots().empty()) return refuse("opinion_map.no_votes", "vote", {{"file", source.name}});
    if (box.statement_count() > kMostStatements) return too_many(source, box.statement_count());
    return box;
}

Outcome<std::vector<Statement>> read_statements(Source const& source) {
    StatementFile file(source, {"statement", "moderated", "meta", "text"}, 1);
    NameIndex seen;
    std::vector<Statement> statements;
    while (file.next()) take_statement(file, seen, statements);
    if (!file.problems().empty()) return std::move(file.problems());
    return statements;
}

}  // namespace lenkwerk::opinion_map
