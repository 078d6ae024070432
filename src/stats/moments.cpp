// SPDX-License-Identifier: EUPL-1.2
#include "stats/moments.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/ensure.hpp"
#include "stats/sum.hpp"

namespace wijkbeeld::stats {
namespace {

// Depth of one rank update. So shallow that Eigen never splits it by the cache of the machine: the
// order of summation, and so every byte, is the same everywhere.
constexpr std::size_t kDepth = 128;
// Rows per piece of parallel work.
constexpr std::size_t kBlock = 4096;
// Pieces of parallel work that clusters are divided in.
constexpr std::size_t kPieces = 64;

void check(const WeightedRows& rows) {
  base::ensure(rows.y.size() == rows.x.rows(), "an outcome for every row");
  base::ensure(rows.weights.empty() || rows.weights.size() == rows.y.size(),
               "a weight for every row");
}

double weight(const WeightedRows& rows, std::size_t row) {
  return rows.weights.empty() ? 1 : rows.weights[row];
}

// Adds rows to the triangle of (1, x, y), gathered in pieces of kDepth.
class Accumulator {
 public:
  Accumulator(const WeightedRows& rows, const std::vector<double>& centre)
      : rows_(rows),
        centre_(centre),
        size_(static_cast<Eigen::Index>(centre.size() + 1)),
        triangle_(size_, size_),
        plain_(static_cast<Eigen::Index>(kDepth), size_),
        weighted_(static_cast<Eigen::Index>(kDepth), size_) {}

  // Writes what `Moments::numbers` holds of these rows.
  void write(std::span<const std::size_t> chosen, std::span<double> numbers) {
    triangle_.setZero();
    for (std::size_t begin = 0; begin < chosen.size(); begin += kDepth)
      update(chosen.subspan(begin, std::min(kDepth, chosen.size() - begin)));
    numbers[0] = static_cast<double>(chosen.size());
    double* to = numbers.data() + 1;
    for (Eigen::Index column = 0; column < size_; ++column) {
      const double* from = triangle_.data() + column * size_;
      to = std::copy(from + column, from + size_, to);
    }
  }

 private:
  void update(std::span<const std::size_t> chosen) {
    const auto depth = static_cast<Eigen::Index>(chosen.size());
    for (Eigen::Index i = 0; i < depth; ++i) {
      plain_(i, 0) = 1;
      weighted_(i, 0) = weight(rows_, chosen[static_cast<std::size_t>(i)]);
    }
    for (std::size_t column = 0; column < rows_.x.columns(); ++column)
      gather(rows_.x.column(column), chosen, column);
    gather(rows_.y, chosen, rows_.x.columns());
    triangle_.triangularView<Eigen::Lower>() +=
        plain_.topRows(depth).transpose() * weighted_.topRows(depth);
  }

  void gather(std::span<const double> from, std::span<const std::size_t> chosen,
              std::size_t column) {
    const auto place = static_cast<Eigen::Index>(column + 1);
    double* plain = plain_.data() + place * plain_.rows();
    double* weighted = weighted_.data() + place * weighted_.rows();
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      plain[i] = from[chosen[i]] - centre_[column];
      weighted[i] = plain[i] * weighted_.data()[i];
    }
  }

  const WeightedRows& rows_;
  const std::vector<double>& centre_;
  Eigen::Index size_;
  Eigen::MatrixXd triangle_;
  Eigen::MatrixXd plain_;
  Eigen::MatrixXd weighted_;
};

// The rows ordered by cluster, and where each cluster begins.
struct Order {
  std::vector<std::size_t> rows;
  std::vector<std::size_t> begins;
};

Order ordered_by_cluster(std::span<const std::size_t> cluster_of_row, std::size_t clusters) {
  Order order{std::vector<std::size_t>(cluster_of_row.size()),
              std::vector<std::size_t>(clusters + 1)};
  for (const std::size_t cluster : cluster_of_row) {
    base::ensure(cluster < clusters, "the cluster of a row is below their number");
    ++order.begins[cluster + 1];
  }
  std::partial_sum(order.begins.begin(), order.begins.end(), order.begins.begin());
  std::vector<std::size_t> next = order.begins;
  for (std::size_t row = 0; row < cluster_of_row.size(); ++row)
    order.rows[next[cluster_of_row[row]]++] = row;
  return order;
}

}  // namespace

std::vector<double> provisional_centre(const WeightedRows& rows) {
  check(rows);
  Sum total;
  for (std::size_t i = 0; i < rows.y.size(); ++i) {
    base::ensure(weight(rows, i) >= 0, "weights are not negative");
    total.add(weight(rows, i));
  }
  std::vector<double> centre(rows.x.columns() + 1);
  if (total.value() <= 0) return centre;
  for (std::size_t column = 0; column < centre.size(); ++column) {
    const auto values = column < rows.x.columns() ? rows.x.column(column) : rows.y;
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
      sum += weight(rows, i) * values[i];
    centre[column] = sum / total.value();
    base::ensure(std::isfinite(centre[column]), "rows to fit on are finite");
  }
  return centre;
}

Moments::Moments(std::vector<double> centre)
    : centre_(std::move(centre)), numbers_(size(columns())) {}

Moments::Moments(std::vector<double> centre, std::vector<double> numbers)
    : centre_(std::move(centre)), numbers_(std::move(numbers)) {
  base::ensure(numbers_.size() == size(columns()), "moments have a number for every pair");
}

std::size_t Moments::size(std::size_t columns) {
  return 1 + (columns + 2) * (columns + 3) / 2;
}

std::size_t Moments::columns() const {
  return centre_.empty() ? 0 : centre_.size() - 1;
}

std::size_t Moments::place(std::size_t row, std::size_t column) const {
  const std::size_t high = std::max(row, column);
  const std::size_t low = std::min(row, column);
  const std::size_t all = centre_.size() + 1;
  return 1 + low * all - low * (low + 1) / 2 + high;
}

double Moments::rows() const {
  return numbers_.empty() ? 0 : numbers_[0];
}

double Moments::weight() const {
  return numbers_.empty() ? 0 : numbers_[1];
}

double Moments::mean(std::size_t column) const {
  base::ensure(column < centre_.size(), "moments have that column");
  base::ensure(weight() > 0, "a mean has a positive weight");
  return centre_[column] + numbers_[place(column + 1, 0)] / weight();
}

double Moments::cross(std::size_t a, std::size_t b) const {
  base::ensure(a < centre_.size() && b < centre_.size(), "moments have these columns");
  base::ensure(weight() > 0, "a cross product about the mean has a positive weight");
  return numbers_[place(a + 1, b + 1)] -
         numbers_[place(a + 1, 0)] * numbers_[place(b + 1, 0)] / weight();
}

double Moments::covariance(std::size_t a, std::size_t b) const {
  return cross(a, b) / weight();
}

bool Moments::varies(std::size_t column) const {
  const double variance = covariance(column, column);
  const double about_centre = numbers_[place(column + 1, column + 1)] / weight();
  const double level = mean(column);
  return variance > 1e-12 * about_centre && variance > 1e-24 * level * level;
}

Moments Moments::subset(std::span<const std::size_t> columns) const {
  std::vector<std::size_t> kept(columns.begin(), columns.end());
  kept.push_back(this->columns());
  std::vector<double> centre;
  for (const std::size_t column : kept) {
    base::ensure(column < centre_.size(), "moments have these columns");
    centre.push_back(centre_[column]);
  }
  Moments part(std::move(centre));
  part.numbers_[0] = rows();
  part.numbers_[1] = weight();
  for (std::size_t i = 0; i < kept.size(); ++i) {
    part.numbers_[part.place(i + 1, 0)] = numbers_[place(kept[i] + 1, 0)];
    for (std::size_t j = 0; j <= i; ++j)
      part.numbers_[part.place(i + 1, j + 1)] = numbers_[place(kept[i] + 1, kept[j] + 1)];
  }
  return part;
}

Moments& Moments::add(const Moments& other, double factor) {
  if (other.centre_.empty()) return *this;
  if (centre_.empty()) *this = Moments(other.centre_);
  base::ensure(centre_ == other.centre_, "moments that are added have the same centre");
  return add(other.numbers_, factor);
}

Moments& Moments::add(std::span<const double> numbers, double factor) {
  base::ensure(numbers.size() == numbers_.size(), "moments that are added have the same shape");
  for (std::size_t i = 0; i < numbers.size(); ++i)
    numbers_[i] += factor * numbers[i];
  return *this;
}

Moments moments(const WeightedRows& rows, std::vector<double> centre, base::Workers workers) {
  check(rows);
  base::ensure(centre.size() == rows.x.columns() + 1, "a centre for every column and the outcome");
  const std::size_t n = rows.y.size();
  std::vector<std::size_t> all(n);
  std::iota(all.begin(), all.end(), std::size_t{0});
  std::vector<std::vector<double>> parts((n + kBlock - 1) / kBlock);
  base::for_blocks(n, kBlock, workers, [&](std::size_t begin, std::size_t end) {
    auto& part = parts[begin / kBlock];
    part.resize(Moments::size(rows.x.columns()));
    Accumulator(rows, centre).write(std::span(all).subspan(begin, end - begin), part);
  });
  Moments total(std::move(centre));
  for (const auto& part : parts)
    total.add(part, 1);
  return total;
}

Moments moments(const WeightedRows& rows, base::Workers workers) {
  return moments(rows, provisional_centre(rows), workers);
}

ClusterMoments::ClusterMoments(const WeightedRows& rows,
                               std::span<const std::size_t> cluster_of_row, std::size_t clusters,
                               std::vector<double> centre, base::Workers workers)
    : clusters_(clusters), centre_(std::move(centre)) {
  check(rows);
  base::ensure(cluster_of_row.size() == rows.y.size(), "a cluster for every row");
  base::ensure(centre_.size() == rows.x.columns() + 1, "a centre for every column and the outcome");
  const std::size_t stride = Moments::size(columns());
  numbers_.resize(clusters * stride);
  const Order order = ordered_by_cluster(cluster_of_row, clusters);
  base::for_blocks(
      clusters, 1 + clusters / kPieces, workers, [&](std::size_t begin, std::size_t end) {
        Accumulator accumulator(rows, centre_);
        for (std::size_t c = begin; c < end; ++c)
          accumulator.write(
              std::span(order.rows).subspan(order.begins[c], order.begins[c + 1] - order.begins[c]),
              std::span(numbers_).subspan(c * stride, stride));
      });
}

ClusterMoments::ClusterMoments(const WeightedRows& rows,
                               std::span<const std::size_t> cluster_of_row, std::size_t clusters,
                               base::Workers workers)
    : ClusterMoments(rows, cluster_of_row, clusters, provisional_centre(rows), workers) {}

std::span<const double> ClusterMoments::numbers(std::size_t cluster) const {
  base::ensure(cluster < clusters_, "there is a cluster of that number");
  const std::size_t stride = Moments::size(columns());
  return std::span(numbers_).subspan(cluster * stride, stride);
}

Moments ClusterMoments::part(std::size_t cluster) const {
  const auto part = numbers(cluster);
  return {centre_, {part.begin(), part.end()}};
}

Moments ClusterMoments::combined(std::span<const double> multiplicities) const {
  base::ensure(multiplicities.size() == clusters_, "a multiplicity for every cluster");
  Moments sum(centre_);
  for (std::size_t c = 0; c < clusters_; ++c)
    if (multiplicities[c] != 0) sum.add(numbers(c), multiplicities[c]);
  return sum;
}

Moments ClusterMoments::total() const {
  return combined(std::vector<double>(clusters_, 1));
}

}  // namespace wijkbeeld::stats
