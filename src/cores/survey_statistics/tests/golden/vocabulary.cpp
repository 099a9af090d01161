#include "cores/survey_statistics/tests/golden/vocabulary.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "cores/survey_statistics/tests/golden/design_text.hpp"

namespace lenkwerk::survey_statistics::golden {
namespace {

using Definitions = std::map<std::string, std::string>;

// What the names of the reference's scripts mean, whatever the data: expressions of other names.
Definitions const kCommon{
    {"lev", "0.95"},
    {"dq", "subset(d0, !is.na(y))"},
    {"jk1", "as.svrepdesign(dclus1)"},
    {"jkn", "as.svrepdesign(dstrat)"},
    {"jkp", "as.svrepdesign(postStratify(dclus1, poststrata_formula, poststrata_population))"},
    {"dclus1p", "postStratify(dclus1, poststrata_formula, population)"},
    {"dr3", "rake(dclus1, margins)"},
    {"dr2d", "rake(dclus1, margins[c(1, 2)], maxit = 10, epsilon = 1)"},
    {"rkd", "rake(dr, margins)"},
    {"wr", "weights(rkd)"},
    {"up", "quantile(wr, 0.98)"},
    {"tr", "trimWeights(rkd, upper = up, strict = TRUE)"},
    {"dtr", "reweighted(dr, weights(tr))"},
    {"popt", "population"},
    {"dl", "calibrate(dr, calibration_formula, population)"},
    {"dk", "calibrate(dr, calibration_formula, population, calfun = 'raking')"},
    {"dg", "calibrate(dr, calibration_formula, population, calfun = 'logit', bounds = logit_bounds)"},
    {"b2", "with_repweights(dr, columns(frame2), scale = replicate_scale)"},
    {"b3", "rake(b2, margins)"},
    {"repw", "columns(frame2)"},
    {"xscd", "frame1"},
    {"scdrep", "svrepdesign(data = frame1, type = 'BRR', repweights = repw, combined.weights = FALSE)"},
    {"w1", "frame1"},
    {"w2", "frame2"},
    {"hs", "frame1"},
    {"pn", "frame1"},
    {"G", "frame1"},
    {"lv", "levels(frame1$district)"},
    {"dwu", "subset(dw, !is.na(unsafe))"},
    {"bd", "svyby(~unsafe, ~wave + district, dwu, svymean, covmat = TRUE)"},
    {"ct", "svycontrast(bd, lapply(setNames(lv, lv), function(k) setNames(c(1, -1), paste0(c('t2.', 't1.'), k))))"},
    {"z", "coef(ct) / SE(ct)"},
    {"p2", "2 * pnorm(-abs(z))"},
    {"pt_", "2 * pt(-abs(z), degf(dwu))"},
    {"bp", "svyby(~unsafe + worry, ~wave, subset(dp, !is.na(unsafe) & !is.na(worry)), svymean, covmat = TRUE)"},
    {"bg", "svyby(~unsafe + worry, ~group, dgp, svymean, covmat = TRUE)"},
    {"others", "levels(G$group)[-1]"},
    {"cg",
     "svycontrast(bg, lapply(setNames(others, others), function(g) setNames(c(1, -1), "
     "paste0(c(g, levels(G$group)[1]), ':unsafe'))))"},
    {"pg", "2 * pt(-abs(coef(cg) / SE(cg)), degf(dgp))"},
};

void add_designs(Json const& file, Definitions& names) {
    for (auto const* name : {"dstrat", "dclus1", "dclus2", "dn", "dh", "d0", "dp", "dgp", "scdes", "dw"}) {
        names[name] = design_text(file, name, {});
        names[std::string(name) + "_wr"] = design_text(file, name, {.with_population = false});
    }
    names["dclus2w"] =
        design_text(file, "dclus2", {.with_population = false, .first_stage_only = true, .weights = "pw"});
    names["dh1"] = design_text(file, "dh", {.first_stage_only = true});
    names["dh0"] = design_text(file, "dh", {.with_population = false, .elements = true});
    names["dr"] = design_text(file, "dr", {});
    names["bs1"] = replicate_text(file, 0);
    names["bs2"] = replicate_text(file, 1);
    auto const lonely = design_text(file, "d0", {.lonely = "k"});
    names["lon"] = "function(k) svymean(~worry + unsafe, " + lonely + ")";
}

void add_areas(Definitions& names) {
    names["X"] = "covariates(frame1, covariate_names)";
    names["y"] = "area_estimates(frame1)";
    names["D"] = "area_variances(frame1)";
}

// Statements "name <- expression" of the case itself.
void add_setup(Json const& file, Definitions& names) {
    if (!file.contains("setup") || !file["setup"].is_array()) return;
    static std::regex const kAssignment(R"(^\s*([\w.]+)\s*(?:<-|=)\s*(.*)$)");
    for (auto const& line : file["setup"]) {
        std::smatch match;
        auto const text = line.get<std::string>();
        if (std::regex_match(text, match, kAssignment)) names[match[1]] = match[2];
    }
}

}  // namespace

std::map<std::string, std::string> definitions(Json const& case_file) {
    auto names = kCommon;
    if (is_area_model(case_file)) {
        add_areas(names);
        return names;
    }
    add_designs(case_file, names);
    names["r"] = frame_text(case_file, 0);
    add_setup(case_file, names);
    return names;
}

}  // namespace lenkwerk::survey_statistics::golden
