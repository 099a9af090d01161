// Points gathered into few weighted cells, so that groups of a hundred thousand people are found among some hundred
// cells.
#include <algorithm>

#include "cores/opinion_map/clusters.hpp"

namespace lenkwerk::opinion_map {
namespace {

using Order = std::vector<std::uint32_t>;

bool is_lower(Place const& a, Place const& b) { return a.point.y != b.point.y ? a.point.y < b.point.y : a < b; }

std::size_t distinct(std::span<Place const> ascending) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < ascending.size(); ++i) {
        count += i == 0 || ascending[i].point != ascending[i - 1].point;
    }
    return count;
}

class Halving {
public:
    Halving(std::span<Place const> places, std::vector<std::uint32_t>& cell_of) : places_(places), cell_of_(cell_of) {}

    void halve(Order::iterator first, Order::iterator last, std::size_t parts) {
        if (first == last) return;
        if (parts == 1 || last - first == 1) return close(first, last);
        auto const size = last - first;
        auto const middle = first + size / 2;
        sort_along_longer_side(first, last);
        halve(first, middle, parts / 2);
        halve(middle, last, parts - parts / 2);
    }
    std::vector<Cell> cells;

private:
    void sort_along_longer_side(Order::iterator first, Order::iterator last) {
        auto const by_x = [&](auto a, auto b) { return places_[a] < places_[b]; };
        auto const by_y = [&](auto a, auto b) { return is_lower(places_[a], places_[b]); };
        auto const [left, right] = std::minmax_element(first, last, by_x);
        auto const [low, high] = std::minmax_element(first, last, by_y);
        auto const is_wide =
            places_[*right].point.x - places_[*left].point.x >= places_[*high].point.y - places_[*low].point.y;
        if (is_wide) std::sort(first, last, by_x);
        if (!is_wide) std::sort(first, last, by_y);
    }
    void close(Order::iterator first, Order::iterator last) {
        Cell cell{{}, 0, 0};
        for (auto i = first; i != last; ++i) {
            auto const& [point, weight] = places_[*i];
            cell.point.x += weight * point.x;
            cell.point.y += weight * point.y;
            cell.people += 1;
            cell.weight += weight;
            cell_of_[*i] = static_cast<std::uint32_t>(cells.size());
        }
        cell.point = {cell.point.x / cell.weight, cell.point.y / cell.weight};
        cells.push_back(cell);
    }

    std::span<Place const> places_;
    std::vector<std::uint32_t>& cell_of_;
};

std::vector<Cell> one_cell_a_point(std::span<Place const> places, std::vector<std::uint32_t>& cell_of) {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto const is_new = i == 0 || places[i].point != places[i - 1].point;
        if (is_new) cells.push_back({places[i].point, 0, 0});
        cells.back().people += 1;
        cells.back().weight += places[i].weight;
        cell_of[i] = static_cast<std::uint32_t>(cells.size() - 1);
    }
    return cells;
}

}  // namespace

std::vector<Cell> cells_of(std::span<Place const> places, std::size_t most, std::vector<std::uint32_t>& cell_of) {
    cell_of.resize(places.size());
    if (distinct(places) <= most) return one_cell_a_point(places, cell_of);
    Order order(places.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    Halving halving(places, cell_of);
    halving.halve(order.begin(), order.end(), most);
    return std::move(halving.cells);
}

}  // namespace lenkwerk::opinion_map
