#pragma once
// The promise published before the draw: it binds the city to people, quotas and numbered panels, and shows nothing of them.
#include "cores/sortition/lottery/canonical.hpp"

namespace lenkwerk::sortition::lottery {

// 256 secret random bits, kept until the lottery is opened: rows of a register are guessable, a salt is not.
using Salt = Digest;

// Published before the randomness exists.
struct Commitment {
    std::int64_t people = 0;
    int size = 0;
    int panels = 0;
    std::string objective;
    Rounding rounding = Rounding::linear_program;
    std::string announced;  // where and when the randomness is drawn
    Digest entries{};       // root of the Merkle tree over the entries
    Digest sealed{};        // SHA-256(salt, text_of(lottery))
    bool operator==(Commitment const&) const = default;
};

Commitment commit(PublicLottery const& lottery, Salt const& salt);

// What is hashed into the one number that is read out, printed in the paper and signed by witnesses.
std::string text_of(Commitment const& commitment);
Digest hash_of(Commitment const& commitment);

// What one person takes home: the own entry, and the path that shows it is part of the commitment. Nobody else's entry is in
// it; the neighbours' hashes tell nothing, since every entry is hashed with a nonce of its own.
struct InclusionProof {
    Digest commitment{};  // hash_of it
    std::string id;
    std::int64_t chance = 0;                                  // in billionths
    std::vector<std::pair<std::string, std::string>> values;  // feature and value
    std::vector<int> panels;                                  // numbers of the panels with this person
    Digest nonce{};
    std::size_t index = 0;
    std::vector<Digest> path;
    bool operator==(InclusionProof const&) const = default;
};

// Refused: an id that is not in the lottery.
Outcome<InclusionProof> prove_inclusion(PublicLottery const& lottery, Salt const& salt, std::string const& id);

// Whether the proof belongs to this commitment, to the last bit.
bool is_proven(InclusionProof const& proof, Commitment const& commitment);

}  // namespace lenkwerk::sortition::lottery
