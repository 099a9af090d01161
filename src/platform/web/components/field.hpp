#pragma once
// What all fields have in common: label, hint, the message of what is wrong, and how a screen reader is told of them.
#include "platform/web/components/form.hpp"

#include <string>

namespace lenkwerk::web::components {

enum class Need { required, optional };

// The part of every field's description that comes first.
struct Field {
    std::string name;
    std::string label;
    std::string hint = {};
    Need need = Need::required;
};

// What stands around one input; built once per field, because id and messages are needed in several places.
class FieldFrame {
public:
    FieldFrame(OpenForm const& open, Field const& field);

    std::string const& id() const { return id_; }
    bool is_wrong() const { return !problems_.empty(); }
    // aria-describedby, aria-invalid and required, as they apply.
    html::Attributes attributes() const;
    // The same for a group, which HTML lets neither be required nor invalid.
    html::Attributes group_attributes() const;

    void label() const;   // <label> and hint
    void legend() const;  // <legend> and hint, for groups
    void messages() const;

private:
    std::string described_by() const;
    void hint() const;

    OpenForm const& open_;
    Field const& field_;
    std::string id_;
    Problems problems_;
};

}  // namespace lenkwerk::web::components
