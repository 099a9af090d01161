// Points gathered into few weighted cells, so that groups of a hundred thousand people are found among some hundred
// cells.
#include <algorithm>

#include "cores/opinion_map/clusters.hpp"

namespace lenkwerk::opinion_map {
namespace {

using Order = std::vector<std::uint32_t>;

bool is_less_upright(Point a, Point b) { return a.y != b.y ? a.y < b.y : a.x < b.x; }

std::size_t distinct(std::span<Point const> ascending) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < ascending.size(); ++i) count += i == 0 || ascending[i] != ascending[i - 1];
    return count;
}

class Halving {
public:
    Halving(std::span<Point const> points, std::vector<std::uint32_t>& cell_of) : points_(points), cell_of_(cell_of) {}

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
        auto const by_x = [&](auto a, auto b) { return points_[a] < points_[b]; };
        auto const by_y = [&](auto a, auto b) { return is_less_upright(points_[a], points_[b]); };
        auto const [left, right] = std::minmax_element(first, last, by_x);
        auto const [low, high] = std::minmax_element(first, last, by_y);
        auto const is_wide = points_[*right].x - points_[*left].x >= points_[*high].y - points_[*low].y;
        if (is_wide) std::sort(first, last, by_x);
        if (!is_wide) std::sort(first, last, by_y);
    }
    void close(Order::iterator first, Order::iterator last) {
        Cell cell{{}, 0};
        for (auto i = first; i != last; ++i) {
            cell.point.x += points_[*i].x;
            cell.point.y += points_[*i].y;
            cell.weight += 1;
            cell_of_[*i] = static_cast<std::uint32_t>(cells.size());
        }
        cell.point = {cell.point.x / cell.weight, cell.point.y / cell.weight};
        cells.push_back(cell);
    }

    std::span<Point const> points_;
    std::vector<std::uint32_t>& cell_of_;
};

std::vector<Cell> one_cell_a_point(std::span<Point const> points, std::vector<std::uint32_t>& cell_of) {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i > 0 && points[i] == points[i - 1]) {
            cells.back().weight += 1;
        } else {
            cells.push_back({points[i], 1});
        }
        cell_of[i] = static_cast<std::uint32_t>(cells.size() - 1);
    }
    return cells;
}

}  // namespace

std::vector<Cell> cells_of(std::span<Point const> points, std::size_t most, std::vector<std::uint32_t>& cell_of) {
    cell_of.resize(points.size());
    if (distinct(points) <= most) return one_cell_a_point(points, cell_of);
    Order order(points.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    Halving halving(points, cell_of);
    halving.halve(order.begin(), order.end(), most);
    return std::move(halving.cells);
}

}  // namespace lenkwerk::opinion_map
