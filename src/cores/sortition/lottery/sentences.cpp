#include "cores/sortition/lottery/sentences.hpp"

#include <map>

namespace lenkwerk::sortition::lottery {

namespace {

std::map<std::string_view, std::string_view> const kSentences{
    {"sortition.lottery.number_of_panels",
     "A lottery over {number} panels cannot be made; give --panels a number from 1 to {most}, for instance 1000."},
    {"sortition.lottery.other_pool",
     "The certificate is not about the people in {file} with these quotas and households; give the files with "
     "which "
     "`lenkwerk sortition select` wrote it."},
    {"sortition.lottery.unknown_id",
     "Nobody in this lottery has the code \"{id}\"; write it exactly as it stands in the letter."},
    {"sortition.lottery.too_few_dice",
     "These dice can show only {values} results, fewer than the {panels} panels; roll more of them."},
    {"sortition.lottery.roll_again",
     "This roll lies beyond the largest multiple of {panels} and does not count; roll all dice again."},
    {"sortition.lottery.sides", "A die has 2 to 100 sides, not {sides}; correct --sides."},
    {"sortition.lottery.nothing_drawn",
     "No randomness is given; enter the dice, numbers or beacon as they were drawn."},
    {"sortition.lottery.no_such_face",
     "A die of {sides} sides does not show {face}; enter what was rolled, or correct --sides."},
    {"sortition.lottery.negative_number", "A drawn number is not negative; enter the numbers as they were announced."},
    {"sortition.lottery.beacon_of_several_lines",
     "The beacon's value holds a line break or a control character; enter it as one line."},
    {"sortition.lottery.unreadable",
     "{file} cannot be read ({reason}); use the file as `lenkwerk sortition lottery` wrote it."},
    {"sortition.lottery.salt",
     "The salt is not 64 hexadecimal digits in lower case; leave --salt out to draw a new one."},
    {"sortition.replace.not_on_panel",
     "\"{id}\" is to withdraw, but is not on the panel; correct --withdrawn or --panel."},
    {"sortition.replace.panel_too_large",
     "The panel has {members} members, more than its {size} seats; correct --panel or --size."},
    {"sortition.reserves.not_a_chance",
     "{place}: \"{text}\" is not a chance between 0 and 1; write for instance 0.15."},
    {"sortition.reserves.left_or_not", "{place}: \"{text}\" does not say whether the member left; write 1 or 0."},
    {"sortition.reserves.nothing_to_learn",
     "{place}: either nobody or everybody left, so nothing can be estimated; add more panels, or give --leaving."},
    {"sortition.reserves.number", "{number} reserves cannot be chosen from {candidates} people; correct --number."},
    {"sortition.reserves.scenarios",
     "{scenarios} futures cannot be looked at; give --scenarios a number from 1 to {most}."},
    {"sortition.reserves.unknown_value",
     "{place}: {feature} = \"{value}\" has no quota; add a row for it to {quotas} or correct the value."},
    {"sortition.members.unknown", "{place}: nobody in {people} has the id \"{id}\"; correct it or remove the line."},
    {"sortition.members.twice", "{place}: \"{id}\" already stands in line {earlier}; remove one of them."},
    {"sortition.members.none", "{place}: there is no id in this file; write one a line."},
};

}  // namespace

std::optional<std::string_view> sentence_for(std::string_view key) {
    auto const found = kSentences.find(key);
    if (found == kSentences.end()) return std::nullopt;
    return found->second;
}

}  // namespace lenkwerk::sortition::lottery
