#pragma once
// Small districts borrow strength: the area-level model of Fay and Herriot (1979). y_d = x_d′β + v_d + e_d,
// v ~ N(0, A), e ~ N(0, D_d) with D_d known. Estimates from it are model-based and are marked so wherever they are shown.
#include <vector>

#include "base/outcome.hpp"
#include "cores/survey_statistics/matrix.hpp"

namespace lenkwerk::survey_statistics {

// How A is estimated: restricted likelihood, likelihood, or Fay and Herriot's moment equation.
enum class AreaMethod { reml, ml, fay_herriot };

struct AreaData {
    std::vector<double> direct;             // y_d
    std::vector<double> sampling_variance;  // D_d, above 0
    Matrix covariates;                      // areas × coefficients, with a column of ones where an intercept is wanted
};

struct AreaModel {
    double area_variance = 0;   // A
    double variance_of_it = 0;  // asymptotic
    double bias_of_it = 0;      // asymptotic; 0 under REML
    bool no_area_variance =
        false;  // A was estimated as 0: all weight lies on the model, and the MSE is known to be weak
    std::vector<double> coefficients;
    std::vector<double> coefficient_errors;
    std::vector<double> shrinkage;  // γ_d: weight of the direct estimate
    std::vector<double> synthetic;  // x_d′β
    std::vector<double> estimate;   // EBLUP
    // Prasad and Rao (1990), Datta and Lahiri (2000): g1 + g2 + 2·g3, less bias·(1−γ)² for ML and the moment estimator.
    std::vector<double> g1;
    std::vector<double> g2;
    std::vector<double> g3;
    std::vector<double> mse;
    double log_likelihood = 0;
    double aic = 0;
    double bic = 0;
};

// Refuses survey.area.too_few (not more areas than coefficients), survey.area.variance_invalid (D_d missing or ≤ 0, with area),
// survey.area.value_missing, survey.area.collinear.
Outcome<AreaModel> fay_herriot(AreaData const& data, AreaMethod method);

}  // namespace lenkwerk::survey_statistics
