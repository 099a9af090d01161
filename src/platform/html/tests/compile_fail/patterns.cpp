// Each line that says `refused:` must be refused by the compiler with that sentence; every other line must compile.
#include "platform/html/writer.hpp"

#include <optional>

namespace lenkwerk::html {

void accepted(Writer& w) {
    w.put("<!doctype html>");
    w.put(R"(<p class="a {}">{}</p>)", "b", "c");
    w.put(R"(<a href="/a/{}?q={}">x</a>)", 1, part("y"));
    w.put(R"(<a href="https://example.org/{}" rel="noopener noreferrer">x</a>)", part("y"));
    w.put(R"(<svg viewBox="0 0 {} 1"><rect x="{}" width="1"></rect></svg>)", 1.5, 2);
}

void elements(Writer& w) {
    w.put("<script>x</script>");               // refused: not on the allow-list
    w.put("<SCRIPT src=\"/x.js\"></SCRIPT>");  // refused: not on the allow-list
    w.put("<P>x</P>");                         // refused: not on the allow-list
    w.put("<style>x</style>");                 // refused: not on the allow-list
    w.put("<iframe></iframe>");                // refused: not on the allow-list
    w.put("<object></object>");                // refused: not on the allow-list
    w.put("<base href=\"/\">");                // refused: not on the allow-list
    w.put("<x-y></x-y>");                      // refused: not on the allow-list
    w.put("< p>x</p>");                        // refused: not on the allow-list
    w.put("<{}>", "p");                        // refused: not on the allow-list
    w.put("<!-- {} -->", "x");                 // refused: no comments
    w.put("<![CDATA[x]]>");                    // refused: no comments
    w.put("<!DOCTYPE html>");                  // refused: no comments
    w.put("<br/>");                            // refused: separated by a space
    w.put("<br />");                           // refused: not on the allow-list
    w.put("</br>");                            // refused: no closing tag
    w.put("</p class=\"x\">");                 // refused: has only its name
    w.put("<b><i>x</b></i>");                  // refused: does not fit
    w.put("<p");                               // refused: ends with >
    w.put("a > b");                            // refused: a bare >
    w.put("a & b");                            // refused: a bare &
    w.put("a &b c; d");                        // refused: a bare &
}

void attributes_by_name(Writer& w) {
    w.put("<p style=\"color:red\">x</p>");       // refused: not on the allow-list
    w.put("<p style =\"color:red\">x</p>");      // refused: not on the allow-list
    w.put("<p onclick=\"x()\">x</p>");           // refused: not on the allow-list
    w.put("<p ONCLICK=\"x()\">x</p>");           // refused: not on the allow-list
    w.put("<p hx-on:click=\"x()\">x</p>");       // refused: not on the allow-list
    w.put("<p hx-on--click=\"x()\">x</p>");      // refused: not on the allow-list
    w.put("<p hx-vals=\"js:x\">x</p>");          // refused: not on the allow-list
    w.put("<p hx-headers=\"js:x\">x</p>");       // refused: not on the allow-list
    w.put("<p hx-ext=\"x\">x</p>");              // refused: not on the allow-list
    w.put("<p data-hx-on-click=\"x()\">x</p>");  // refused: not on the allow-list
    w.put("<p data-Name=\"x\">x</p>");           // refused: not on the allow-list
    w.put("<p CLASS=\"x\">x</p>");               // refused: not on the allow-list
    w.put("<a HREF=\"{}\">x</a>", Url{"/"});     // refused: not on the allow-list
    w.put("<img srcset=\"/a 2x\" alt=\"\">");    // refused: not on the allow-list
    w.put("<meta http-equiv=\"refresh\">");      // refused: not on the allow-list
    w.put("<p {}=\"x\">x</p>", "class");         // refused: no space before
    w.put("<p class=\"a\" class=\"b\">x</p>");   // refused: the same attribute twice
    w.put("<p id=\"a\"class=\"b\">x</p>");       // refused: separated by a space
}

void values_of_attributes(Writer& w) {
    w.put("<p class=x>x</p>");                        // refused: double quotes
    w.put("<p class={}>x</p>", "x");                  // refused: double quotes
    w.put("<p class='{}'>x</p>", "x");                // refused: double quotes
    w.put("<p class = \"x\">x</p>");                  // refused: double quotes
    w.put("<p class>x</p>");                          // refused: double quotes
    w.put("<p class=\"x>x</p>");                      // refused: are written &lt;
    w.put("<p class=\"x");                            // refused: closing quote
    w.put("<p hidden=\"\">x</p>");                    // refused: stands without a value
    w.put("<p class=\"{}\">x</p>", Fragment{});       // refused: markup does not stand
    w.put("<input type=\"{}\">", "text");             // refused: takes a html::Word
    w.put("<th scope=\"column\">x</th>");             // refused: does not know that word
    w.put("<form method=\"POST\"></form>");           // refused: in lower case
    w.put("<p hx-trigger=\"keyup[x()]\">x</p>");      // refused: it is evaluated
    w.put("<p hx-target=\"{}\">x</p>", "#x");         // refused: is interpreted
    w.put("<p{}>x</p>", "hidden");                    // refused: takes html::attributes
    w.put("<p>{}</p>", when(true, "hidden"));         // refused: belong into a tag
    w.put("<p{}>x</p>", when(true, "onclick=\"\""));  // refused: not on the allow-list
    w.put("<p{}>x</p>", when(true, "hidden>"));       // refused: only attributes here
}

void addresses(Writer& w) {
    w.put("<a href=\"{}\">x</a>", "/plan");                  // refused: takes a html::Url
    w.put("<form action=\"{}\"></form>", "/plan");           // refused: takes a html::Url
    w.put("<button formaction=\"{}\">x</button>", "/plan");  // refused: takes a html::Url
    w.put("<img src=\"{}\" alt=\"\">", "/x.png");            // refused: takes a html::Url
    w.put("<p hx-get=\"{}\">x</p>", "/x");                   // refused: takes a html::Url
    w.put("<a href=\"{}\">x</a>", 7);                        // refused: takes a html::Url
    w.put("<a href=\"/suche?q={}\">x</a>", "a b");           // refused: takes html::part
    w.put("<a href=\"/x/{}\">x</a>", "a b");                 // refused: takes html::part
    w.put("<a href=\"/x{}\">x</a>", Url{"/y"});              // refused: is the whole value
    w.put("<a href=\"{}/x\">x</a>", part("y"));              // refused: own (/, #, ?)
    w.put("<a href=\"javascript:x()\">x</a>");               // refused: own (/, #, ?)
    w.put("<a href=\"http://example.org\">x</a>");           // refused: own (/, #, ?)
    w.put("<a href=\"plan\">x</a>");                         // refused: own (/, #, ?)
    w.put("<a href=\"//example.org\">x</a>");                // refused: one / only
    w.put("<a href=\"/{}\">x</a>", part("/x"));
    w.put("<a href=\"https://{}/\">x</a>", part("x"));  // refused: the host
    w.put("<a href=\"/a b\">x</a>");                    // refused: no space
    w.put("<p class=\"{}\">x</p>", part("x"));          // refused: a part of an address
    static_cast<void>(Url{"javascript:x"});             // refused: an own address begins
    static_cast<void>(Url{"//example.org"});            // refused: an own address begins
    static_cast<void>(Word{"a\" onclick=\""});          // refused: a Word is of
}

void placeholders(Writer& w, std::string const& at_run_time) {
    w.put("<p>{}</p>");                         // refused: more {} in the pattern
    w.put("<p>{}</p>", 1, 2);                   // refused: more values than
    w.put("<p>{0}</p>", 1);                     // refused: begins a placeholder
    w.put("<p>}</p>");                          // refused: a bare >
    w.put("<p>{}</p>", 1.5);                    // refused: written by the locale
    w.put("<p>{}</p>", true);                   // refused: cannot be written
    w.put("<p>{}</p>", 'x');                    // refused: cannot be written
    w.put("<p>{}</p>", std::optional<int>{1});  // refused: cannot be written
    w.put(at_run_time);                         // refused: no matching function
    w.put(at_run_time.c_str());                 // refused: no matching function
}

}  // namespace lenkwerk::html
