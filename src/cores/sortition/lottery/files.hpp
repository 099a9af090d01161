#pragma once
// The three files of a public lottery: what is opened after the draw, what is published before it, and one person's proof.
#include "cores/sortition/lottery/commitment.hpp"

namespace lenkwerk::sortition::lottery {

// Secret until the lottery is opened.
struct Opening {
    PublicLottery lottery;
    Salt salt{};
};

std::string to_json(Opening const& opening);
std::string to_json(Commitment const& commitment);
std::string to_json(InclusionProof const& proof);

// Refused: no JSON, another format, a member missing or of the wrong kind. `file` is its name, for the message.
Outcome<Opening> opening_from_json(std::string const& file, std::string const& text);
Outcome<Commitment> commitment_from_json(std::string const& file, std::string const& text);
Outcome<InclusionProof> proof_from_json(std::string const& file, std::string const& text);

// 64 hexadecimal digits. Refused: anything else.
Outcome<Salt> salt_from_hex(std::string const& text);

}  // namespace lenkwerk::sortition::lottery
