#pragma once
// The parts of the review form: each finding beside the lines of the paper it stands on.
#include "modules/council/store/readings.hpp"
#include "modules/council/web/common.hpp"

#include <map>

namespace lenkwerk::council {

// What the parts need to know of the reading that is checked.
class Review {
public:
    Review(web::Visit& visit, ui::OpenForm const& open, store::Reading const& reading);

    void paper_part() const;
    void sequence_part() const;
    void outline_part() const;
    void budget_part() const;

private:
    using Show = std::function<void()>;
    // Fields on the one side, the source on the other.
    void finding(Lines const& lines, Show const& fields) const;
    void row(char list, std::size_t index, std::string const& title, Lines const& lines, Show const& fields) const;
    void source(Lines const& lines) const;
    void line(std::string const& name, std::string const& label, ui::Need need = ui::Need::optional) const;
    void text(std::string const& name, int rows) const;
    void part(std::string_view key, std::string_view lead_key, std::size_t count) const;
    void paper_line(std::string const& name, ui::Need need = ui::Need::optional) const;
    void paper_date() const;
    void paper_choices() const;
    void amount_fields(std::size_t index) const;
    std::string label(std::string_view member) const;

    web::Visit& visit_;
    ui::OpenForm const& open_;
    store::Reading const& reading_;
    std::map<int, std::string> source_;
};

}  // namespace lenkwerk::council
