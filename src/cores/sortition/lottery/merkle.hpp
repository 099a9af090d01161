#pragma once
// A tree of hashes over a list, by which one entry can be shown to be in the list without showing any other.
// The tree is that of RFC 9162, section 2.1: leaves and nodes are hashed under different prefixes.
#include <span>
#include <string>
#include <vector>

#include "cores/sortition/digest.hpp"

namespace lenkwerk::sortition::lottery {

Digest leaf_hash(std::string const& content);               // SHA-256(0x00, content)
Digest node_hash(Digest const& left, Digest const& right);  // SHA-256(0x01, left, right)

// Of leaf hashes; SHA-256 of nothing where there are none.
Digest merkle_root(std::span<Digest const> leaves);

// The hashes of the neighbours from leaf to root. `index` < leaves.size().
std::vector<Digest> inclusion_path(std::span<Digest const> leaves, std::size_t index);

// Whether the leaf stands at `index` of a list of `size` with this root.
bool is_included(Digest const& leaf, std::size_t index, std::size_t size, std::span<Digest const> path,
                 Digest const& root);

}  // namespace lenkwerk::sortition::lottery
