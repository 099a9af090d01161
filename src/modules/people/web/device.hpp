#pragma once
// What a browser is called in the list of the own sessions: enough to know it again, too little to know somebody by it.
#include <string>
#include <string_view>

namespace lenkwerk::people {

// "Firefox, Windows"; the empty text where nothing is recognised.
std::string device_of(std::string_view user_agent);

}  // namespace lenkwerk::people
