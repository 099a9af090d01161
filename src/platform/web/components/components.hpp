#pragma once
// All building blocks of pages, for modules: `ui::table`, `ui::form` … One file each says what it is for; /muster shows them.
#include "platform/web/components/assets.hpp"
#include "platform/web/components/badge.hpp"
#include "platform/web/components/bars.hpp"
#include "platform/web/components/card.hpp"
#include "platform/web/components/choices.hpp"
#include "platform/web/components/day_field.hpp"
#include "platform/web/components/description_list.hpp"
#include "platform/web/components/difference.hpp"
#include "platform/web/components/error_summary.hpp"
#include "platform/web/components/file_field.hpp"
#include "platform/web/components/form.hpp"
#include "platform/web/components/heading.hpp"
#include "platform/web/components/notice.hpp"
#include "platform/web/components/pagination.hpp"
#include "platform/web/components/select.hpp"
#include "platform/web/components/sequence.hpp"
#include "platform/web/components/submit_row.hpp"
#include "platform/web/components/table.hpp"
#include "platform/web/components/tabs.hpp"
#include "platform/web/components/text_area.hpp"
#include "platform/web/components/text_field.hpp"
#include "platform/web/components/tree.hpp"

namespace lenkwerk {
namespace ui = web::components;
}
