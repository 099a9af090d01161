#include "cores/sortition/lottery/commitment.hpp"

#include <sodium.h>

#include <algorithm>

#include "cores/sortition/lottery/merkle.hpp"

namespace lenkwerk::sortition::lottery {
namespace {

// HMAC, so that somebody's nonce tells nothing of the salt and of the nonces of others.
Digest nonce_of(Salt const& salt, std::string const& id) {
    std::string const message = "entry\n" + id;
    Digest nonce;
    crypto_auth_hmacsha256(nonce.data(), reinterpret_cast<unsigned char const*>(message.data()), message.size(),
                           salt.data());
    return nonce;
}

std::vector<std::vector<int>> panels_of_entries(PublicLottery const& lottery) {
    std::vector<std::vector<int>> panels(lottery.entries.size());
    for (std::size_t panel = 0; panel < lottery.panels.size(); ++panel) {
        for (int const entry : lottery.panels[panel])
            panels[static_cast<std::size_t>(entry)].push_back(static_cast<int>(panel));
    }
    return panels;
}

std::vector<Digest> leaves_of(PublicLottery const& lottery, Salt const& salt) {
    auto const panels = panels_of_entries(lottery);
    std::vector<Digest> leaves;
    for (std::size_t i = 0; i < panels.size(); ++i) {
        auto const nonce = nonce_of(salt, lottery.entries[i].id);
        leaves.push_back(leaf_hash(text_of_entry(lottery, static_cast<int>(i), panels[i], nonce)));
    }
    return leaves;
}

// The lottery as far as one person's proof tells it: the own entry alone.
PublicLottery of_one(InclusionProof const& proof) {
    PublicLottery lottery;
    lottery.entries.push_back({proof.id, {}, 0, proof.chance});
    for (auto const& [feature, value] : proof.values) {
        lottery.entries.front().quotas.push_back(static_cast<int>(lottery.quotas.rows.size()));
        lottery.quotas.rows.push_back({.feature = feature, .value = value});
    }
    return lottery;
}

}  // namespace

Commitment commit(PublicLottery const& lottery, Salt const& salt) {
    std::string sealed(reinterpret_cast<char const*>(salt.data()), salt.size());
    sealed += text_of(lottery);
    return {std::ssize(lottery.entries),
            lottery.rules.size,
            static_cast<int>(lottery.panels.size()),
            lottery.objective,
            lottery.rounding,
            lottery.announced,
            merkle_root(leaves_of(lottery, salt)),
            sha256(sealed)};
}

std::string text_of(Commitment const& commitment) {
    return "lenkwerk lottery commitment 1\npeople " + std::to_string(commitment.people) + "\nsize " +
           std::to_string(commitment.size) + "\npanels " + std::to_string(commitment.panels) + "\nobjective " +
           commitment.objective + "\nrounding " + name_of(commitment.rounding) + "\nannounced " +
           measured(commitment.announced) + "\nentries " + hex(commitment.entries) + "\nsealed " +
           hex(commitment.sealed) + "\n";
}

Digest hash_of(Commitment const& commitment) { return sha256(text_of(commitment)); }

Outcome<InclusionProof> prove_inclusion(PublicLottery const& lottery, Salt const& salt, std::string const& id) {
    auto const found = std::ranges::lower_bound(lottery.entries, id, {}, &Entry::id);
    if (found == lottery.entries.end() || found->id != id) {
        return refuse("sortition.lottery.unknown_id", "id", {{"id", id.substr(0, 60)}});
    }
    auto const index = static_cast<std::size_t>(found - lottery.entries.begin());
    auto const leaves = leaves_of(lottery, salt);
    InclusionProof proof{.commitment = hash_of(commit(lottery, salt)), .id = id, .chance = found->chance};
    for (int const quota : found->quotas) {
        auto const& row = lottery.quotas.rows[static_cast<std::size_t>(quota)];
        proof.values.emplace_back(row.feature, row.value);
    }
    proof.panels = panels_of_entries(lottery)[index];
    proof.nonce = nonce_of(salt, id);
    proof.index = index;
    proof.path = inclusion_path(leaves, index);
    return proof;
}

bool is_proven(InclusionProof const& proof, Commitment const& commitment) {
    auto const leaf = leaf_hash(text_of_entry(of_one(proof), 0, proof.panels, proof.nonce));
    return proof.commitment == hash_of(commitment) &&
           is_included(leaf, proof.index, static_cast<std::size_t>(commitment.people), proof.path, commitment.entries);
}

}  // namespace lenkwerk::sortition::lottery
