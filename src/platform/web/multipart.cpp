#include "platform/web/multipart.hpp"

#include "platform/web/encoding.hpp"

namespace lenkwerk::web {
namespace {

constexpr int kMostParts = 1000;

struct Part {
    std::string disposition, content_type;
    std::string_view content;
};

std::string quoted_value(std::string_view& rest) {
    std::string value;
    rest.remove_prefix(1);
    while (!rest.empty() && rest.front() != '"') {
        // Browsers escape a quote as %22 (WHATWG HTML, multipart/form-data); others write \".
        if (rest.starts_with("\\\"") || rest.starts_with("\\\\")) rest.remove_prefix(1);
        value += rest.front();
        rest.remove_prefix(1);
    }
    if (!rest.empty()) rest.remove_prefix(1);
    return value;
}

std::string token_value(std::string_view& rest) {
    auto const end = std::min(rest.find(';'), rest.size());
    std::string value(without_space_around(rest.substr(0, end)));
    rest.remove_prefix(end);
    return value;
}

// The next "name=value" behind a semicolon; false at the end.
bool next_parameter(std::string_view& rest, std::string& name, std::string& value) {
    auto const semicolon = rest.find(';');
    if (semicolon == std::string_view::npos) return false;
    rest.remove_prefix(semicolon + 1);
    auto const equals = rest.find('=');
    if (equals == std::string_view::npos) return false;
    name = lower_case(without_space_around(rest.substr(0, equals)));
    rest.remove_prefix(equals + 1);
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    value = rest.starts_with('"') ? quoted_value(rest) : token_value(rest);
    return true;
}

// Reads the headers of a part; what is left of `text` is its content.
std::optional<Part> read_part(std::string_view text) {
    Part part;
    for (;;) {
        auto const end = text.find("\r\n");
        if (end == std::string_view::npos) return std::nullopt;
        auto const line = text.substr(0, end);
        text.remove_prefix(end + 2);
        if (line.empty()) break;
        auto const colon = line.find(':');
        if (colon == std::string_view::npos) return std::nullopt;
        auto const value = without_space_around(line.substr(colon + 1));
        if (same_ignoring_case(line.substr(0, colon), "content-disposition")) part.disposition = value;
        if (same_ignoring_case(line.substr(0, colon), "content-type")) part.content_type = value;
    }
    part.content = text;
    return part;
}

bool add_part(Fields& fields, std::string_view text) {
    auto const part = read_part(text);
    if (!part) return false;
    auto const name = header_parameter(part->disposition, "name");
    if (!name) return false;
    auto const file_name = header_parameter(part->disposition, "filename");
    if (!file_name)
        fields.add(*name, std::string(part->content));
    else if (!file_name->empty() || !part->content.empty())  // a file field left empty sends an empty name
        fields.add(*name, Upload{*file_name, part->content_type, std::string(part->content)});
    return true;
}

}  // namespace

std::optional<std::string> header_parameter(std::string_view header, std::string_view wanted) {
    std::string name, value;
    while (next_parameter(header, name, value))
        if (name == wanted) return value;
    return std::nullopt;
}

std::optional<Fields> fields_of_multipart(std::string_view content_type, std::string_view body) {
    auto const boundary = header_parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 70) return std::nullopt;  // RFC 2046, section 5.1.1
    std::string const first = "--" + *boundary, next = "\r\n" + first;
    if (!body.starts_with(first)) return std::nullopt;
    body.remove_prefix(first.size());
    Fields fields;
    for (int parts = 0; !body.starts_with("--"); ++parts) {
        if (parts == kMostParts || !body.starts_with("\r\n")) return std::nullopt;
        body.remove_prefix(2);
        auto const end = body.find(next);
        if (end == std::string_view::npos || !add_part(fields, body.substr(0, end))) return std::nullopt;
        body.remove_prefix(end + next.size());
    }
    return fields;
}

}  // namespace lenkwerk::web
