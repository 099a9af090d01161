#pragma once
// Turns a lottery with arbitrary weights into M equally likely panels, so that numbered balls or dice can decide.
// Flanigan, Kehne, Procaccia 2021, "Fair Sortition Made Transparent": some rounding changes nobody's chance by more than
// size/M (Beck and Fiala 1981); pipage rounding keeps everybody's chance in expectation over its own random bits.
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "cores/sortition/typed_pool.hpp"

namespace lenkwerk::sortition::lottery {

enum class Rounding { pipage, linear_program };
std::string name_of(Rounding rounding);  // "pipage", "linear-program"
std::optional<Rounding> rounding_named(std::string const& name);

// The weights as whole numbers of kUnit/M that sum to exactly M·kUnit: from here on nothing depends on how a machine rounds.
constexpr std::int64_t kUnit = std::int64_t{1} << 32;
std::vector<std::int64_t> in_units(std::span<WeightedPanel const> panels, int number);

// How often each panel is among the `number`; the copies sum to `number`, and each is its exact share rounded up or down.
// `seed`: the random bits are SHA-256(seed, newline, 0), SHA-256(seed, newline, 1) …
std::vector<int> pipage(std::span<WeightedPanel const> panels, int number, std::string const& seed);

// The same by linear programs: a vertex of what keeps the chances of all types that still matter, until all is whole
// (Beck and Fiala 1981); then single copies are exchanged as long as that lowers the largest changes.
std::vector<int> by_linear_program(TypedPool const& pool, std::span<WeightedPanel const> panels, int number);

// Exchanges single copies between panels as long as that lowers the largest changes of chances.
void exchange(TypedPool const& pool, std::span<WeightedPanel const> panels, int number, std::vector<int>& copies);

}  // namespace lenkwerk::sortition::lottery
