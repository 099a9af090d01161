#include "cores/sortition/lottery/merkle.hpp"

#include <bit>

namespace lenkwerk::sortition::lottery {
namespace {

std::string_view bytes_of(Digest const& digest) {
    return {reinterpret_cast<char const*>(digest.data()), digest.size()};
}

// The left part holds the largest power of two below the whole.
std::size_t left_size(std::size_t size) { return std::bit_floor(size - 1); }

}  // namespace

Digest leaf_hash(std::string const& content) { return sha256(std::string(1, '\0') + content); }

Digest node_hash(Digest const& left, Digest const& right) {
    std::string bytes(1, '\1');
    bytes += bytes_of(left);
    bytes += bytes_of(right);
    return sha256(bytes);
}

Digest merkle_root(std::span<Digest const> leaves) {
    if (leaves.empty()) return sha256("");
    if (leaves.size() == 1) return leaves.front();
    auto const left = left_size(leaves.size());
    return node_hash(merkle_root(leaves.first(left)), merkle_root(leaves.subspan(left)));
}

std::vector<Digest> inclusion_path(std::span<Digest const> leaves, std::size_t index) {
    if (leaves.size() <= 1) return {};
    auto const left = left_size(leaves.size());
    bool const is_left = index < left;
    auto const own = is_left ? leaves.first(left) : leaves.subspan(left);
    auto const other = is_left ? leaves.subspan(left) : leaves.first(left);
    auto path = inclusion_path(own, is_left ? index : index - left);
    path.push_back(merkle_root(other));
    return path;
}

// RFC 9162, section 2.1.3.2.
bool is_included(Digest const& leaf, std::size_t index, std::size_t size, std::span<Digest const> path,
                 Digest const& root) {
    if (index >= size) return false;
    std::size_t place = index, last = size - 1;
    Digest hash = leaf;
    for (auto const& neighbour : path) {
        if (last == 0) return false;
        if (place % 2 == 1 || place == last) {
            hash = node_hash(neighbour, hash);
            while (place % 2 == 0 && place != 0) place /= 2, last /= 2;
        } else {
            hash = node_hash(hash, neighbour);
        }
        place /= 2, last /= 2;
    }
    return last == 0 && hash == root;
}

}  // namespace lenkwerk::sortition::lottery
