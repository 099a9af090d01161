#pragma once
// Laws over random values, with at least as many runs as a test asks for.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <sstream>

namespace lenkwerk::sortition::tests {

template <class Law> void holds(int runs, Law&& law) {
    auto params = rc::detail::configuration().testParams;
    params.maxSuccess = std::max(runs, params.maxSuccess);
    auto const result = rc::detail::checkTestable(std::forward<Law>(law), {}, params);
    std::ostringstream message;
    rc::detail::printResultMessage(result, message);
    EXPECT_TRUE(result.template is<rc::detail::SuccessResult>()) << message.str();
}

}  // namespace lenkwerk::sortition::tests
