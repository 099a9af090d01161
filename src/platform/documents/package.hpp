#pragma once
// The container of office files: a ZIP archive in memory whose parts are read one by one, with a limit on what they unpack to.
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace lenkwerk::documents {

// What a part unpacks to exceeds the limit of the package (a "zip bomb").
struct PackageTooLarge {};

class Package {
public:
    // Nothing where the bytes are no ZIP archive. The bytes have to outlive the package.
    static std::optional<Package> open(std::string_view bytes, std::size_t unpacked_limit);
    ~Package();
    Package(Package&&) noexcept;

    // Nothing where there is no such part, or it is damaged or encrypted. Throws PackageTooLarge.
    std::optional<std::string> part(std::string const& name);

private:
    struct State;
    explicit Package(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace lenkwerk::documents
