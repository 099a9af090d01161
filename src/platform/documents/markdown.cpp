#include "platform/documents/markdown.hpp"

#include "platform/html/writer.hpp"

#include <algorithm>
#include <stdexcept>

#include <md4c.h>

namespace lenkwerk::documents {

namespace {

using html::Writer;

constexpr unsigned kDialect = MD_FLAG_NOHTML | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS |
                              MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;

std::string address_of(MD_ATTRIBUTE const& attribute) { return {attribute.text, attribute.size}; }

// What md4c calls while it reads; it knows which element opens and closes, we know how it is written.
class Renderer {
public:
    explicit Renderer(int first_heading) : first_heading_(first_heading) {}

    void enter_block(MD_BLOCKTYPE type, void* detail);
    void leave_block(MD_BLOCKTYPE type, void* detail);
    void enter_span(MD_SPANTYPE type, void* detail);
    void leave_span(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, std::string_view text);

    html::Fragment fragment() && { return std::move(w_).fragment(); }
    std::vector<std::string> refused() && { return std::move(refused_); }

private:
    void heading(void* detail, bool opens);
    void cell(MD_BLOCKTYPE type, bool opens);
    void link(std::string const& address);

    Writer w_;
    int first_heading_;
    std::vector<unsigned> headings_;  // that stand around this place, as written
    std::vector<bool> linked_;        // of the links that are open: whether they got their address
    std::vector<std::string> refused_;
};

// However deep its author begins and jumps: the levels follow each other without a gap (WCAG 1.3.1).
void Renderer::heading(void* detail, bool opens) {
    auto const written = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
    if (opens) {
        while (!headings_.empty() && headings_.back() >= written) headings_.pop_back();
        headings_.push_back(written);
    }
    auto const level = std::min(first_heading_ + static_cast<int>(headings_.size()) - 1, 6);
    switch (level) {
        case 2: return opens ? w_.put("<h2>") : w_.put("</h2>");
        case 3: return opens ? w_.put("<h3>") : w_.put("</h3>");
        case 4: return opens ? w_.put("<h4>") : w_.put("</h4>");
        case 5: return opens ? w_.put("<h5>") : w_.put("</h5>");
        default: return opens ? w_.put("<h6>") : w_.put("</h6>");
    }
}

void Renderer::cell(MD_BLOCKTYPE type, bool opens) {
    if (type == MD_BLOCK_TH)
        return opens ? w_.put(R"(<th class="kern-table__header lw-table__header" scope="col">)") : w_.put("</th>");
    return opens ? w_.put(R"(<td class="kern-table__cell lw-table__cell">)") : w_.put("</td>");
}

void Renderer::enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
        case MD_BLOCK_QUOTE: return w_.put("<blockquote>");
        case MD_BLOCK_UL: return w_.put("<ul>");
        case MD_BLOCK_OL: return w_.put(R"(<ol start="{}">)", static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start);
        case MD_BLOCK_LI: return w_.put("<li>");
        case MD_BLOCK_HR: return w_.put("<hr>");
        case MD_BLOCK_H: return heading(detail, true);
        case MD_BLOCK_CODE: return w_.put("<pre><code>");
        case MD_BLOCK_P: return w_.put("<p>");
        case MD_BLOCK_TABLE: return w_.put(R"(<table class="kern-table lw-table--plain">)");
        case MD_BLOCK_THEAD: return w_.put("<thead>");
        case MD_BLOCK_TBODY: return w_.put("<tbody>");
        case MD_BLOCK_TR: return w_.put("<tr>");
        case MD_BLOCK_TH:
        case MD_BLOCK_TD: return cell(type, true);
        case MD_BLOCK_DOC:
        case MD_BLOCK_HTML: return;
    }
}

void Renderer::leave_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
        case MD_BLOCK_QUOTE: return w_.put("</blockquote>");
        case MD_BLOCK_UL: return w_.put("</ul>");
        case MD_BLOCK_OL: return w_.put("</ol>");
        case MD_BLOCK_LI: return w_.put("</li>");
        case MD_BLOCK_H: return heading(detail, false);
        case MD_BLOCK_CODE: return w_.put("</code></pre>");
        case MD_BLOCK_P: return w_.put("</p>");
        case MD_BLOCK_TABLE: return w_.put("</table>");
        case MD_BLOCK_THEAD: return w_.put("</thead>");
        case MD_BLOCK_TBODY: return w_.put("</tbody>");
        case MD_BLOCK_TR: return w_.put("</tr>");
        case MD_BLOCK_TH:
        case MD_BLOCK_TD: return cell(type, false);
        case MD_BLOCK_HR:
        case MD_BLOCK_DOC:
        case MD_BLOCK_HTML: return;
    }
}

void Renderer::link(std::string const& address) {
    auto const url = html::Url::parse(address);
    linked_.push_back(url.has_value());
    if (url)
        w_.put(R"(<a href="{}">)", *url);
    else
        refused_.push_back(address);
}

void Renderer::enter_span(MD_SPANTYPE type, void* detail) {
    switch (type) {
        case MD_SPAN_EM: return w_.put("<em>");
        case MD_SPAN_STRONG: return w_.put("<strong>");
        case MD_SPAN_CODE: return w_.put("<code>");
        case MD_SPAN_DEL: return w_.put("<del>");
        case MD_SPAN_A: return link(address_of(static_cast<MD_SPAN_A_DETAIL*>(detail)->href));
        default: return;  // a picture stays its description
    }
}

void Renderer::leave_span(MD_SPANTYPE type) {
    switch (type) {
        case MD_SPAN_EM: return w_.put("</em>");
        case MD_SPAN_STRONG: return w_.put("</strong>");
        case MD_SPAN_CODE: return w_.put("</code>");
        case MD_SPAN_DEL: return w_.put("</del>");
        case MD_SPAN_A:
            if (linked_.back()) w_.put("</a>");
            linked_.pop_back();
            return;
        default: return;
    }
}

bool is_reference(std::string_view entity) {
    return entity.size() > 2 && entity.front() == '&' && entity.back() == ';' &&
           std::ranges::all_of(entity.substr(1, entity.size() - 2),
                               [](unsigned char c) { return std::isalnum(c) != 0 || c == '#'; });
}

void Renderer::text(MD_TEXTTYPE type, std::string_view text) {
    switch (type) {
        case MD_TEXT_NULLCHAR: return w_.text("\uFFFD");
        case MD_TEXT_BR: return w_.put("<br>");
        case MD_TEXT_SOFTBR: return w_.text("\n");
        case MD_TEXT_ENTITY:
            if (is_reference(text)) return w_.put(html::Fragment::trusted(std::string(text)));
            [[fallthrough]];
        default: return w_.text(text);
    }
}

Renderer& renderer(void* user) { return *static_cast<Renderer*>(user); }

Renderer rendered(std::string_view text, int first_heading) {
    Renderer made(first_heading);
    MD_PARSER parser{};
    parser.flags = kDialect;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
        return renderer(user).enter_block(type, detail), 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
        return renderer(user).leave_block(type, detail), 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
        return renderer(user).enter_span(type, detail), 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* user) { return renderer(user).leave_span(type), 0; };
    parser.text = [](MD_TEXTTYPE type, MD_CHAR const* from, MD_SIZE size, void* user) {
        return renderer(user).text(type, {from, size}), 0;
    };
    if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &made) != 0)
        throw std::runtime_error("md4c could not read a text of " + std::to_string(text.size()) + " bytes");
    return made;
}

}  // namespace

html::Fragment markdown(std::string_view text, int first_heading) {
    return rendered(text, std::clamp(first_heading, 2, 6)).fragment();
}

std::vector<std::string> refused_links(std::string_view text) { return rendered(text, 2).refused(); }

}  // namespace lenkwerk::documents
