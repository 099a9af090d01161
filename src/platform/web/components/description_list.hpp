#pragma once
// Facts about one thing: "Verantwortlich: Ordnungsamt". Facts without a value are left out.
#include "platform/html/writer.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace lenkwerk::web::components {

class DescriptionList {
public:
    explicit DescriptionList(html::Writer& w);
    void fact(std::string_view name, std::string_view value);  // left out where the value is empty
    void link(std::string_view name, std::string_view value, html::Url const& address);
    void fact(std::string_view name, std::function<void(html::Writer&)> const& value);
    void end();

private:
    html::Writer& w_;
};

}  // namespace lenkwerk::web::components
