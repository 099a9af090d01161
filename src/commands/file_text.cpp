#include "commands/file_text.hpp"

#include "modules/council/council.hpp"
#include "platform/documents/package.hpp"

#include <fmt/format.h>

namespace lenkwerk::commands {
namespace {

constexpr std::size_t kUnpackedLimit = std::size_t{256} << 20;
constexpr int kMostSheets = 40;

// The text between the tags of XML.
std::string text_of_xml(std::string_view xml) {
    static constexpr std::pair<std::string_view, char> kEntities[] = {
        {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&amp;", '&'}};
    std::string text;
    for (std::size_t at = 0; at < xml.size();) {
        if (xml[at] == '<') {
            at = std::min(xml.find('>', at), xml.size() - 1) + 1;
            text += ' ';
            continue;
        }
        auto const* const entity = std::find_if(std::begin(kEntities), std::end(kEntities), [&](auto const& known) {
            return xml.substr(at, known.first.size()) == known.first;
        });
        bool const is_entity = entity != std::end(kEntities);
        text += is_entity ? entity->second : xml[at];
        at += is_entity ? entity->first.size() : 1;
    }
    return text;
}

// Of spreadsheets (XLSX, ODS) and of text documents (DOCX, ODT).
std::string text_of_package(documents::Package& package) {
    std::vector<std::string> names{"xl/sharedStrings.xml", "xl/comments1.xml", "content.xml", "meta.xml",
                                   "word/document.xml",    "docProps/core.xml"};
    for (int sheet = 1; sheet <= kMostSheets; ++sheet) names.push_back(fmt::format("xl/worksheets/sheet{}.xml", sheet));
    std::string text;
    for (auto const& name : names)
        if (auto const part = package.part(name)) text += text_of_xml(*part) + "\n";
    return text;
}

// Nothing where the PDF cannot be read.
std::string text_of_pdf_bytes(std::string const& bytes) {
    auto const text = council::text_of_pdf_file(bytes);
    return text ? *text : "";
}

}  // namespace

std::string text_of_file(std::string const& bytes) {
    if (bytes.starts_with("%PDF")) return text_of_pdf_bytes(bytes);
    if (bytes.starts_with("PK"))
        if (auto package = documents::Package::open(bytes, kUnpackedLimit)) return text_of_package(*package);
    return bytes;
}

}  // namespace lenkwerk::commands
