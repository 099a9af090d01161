#include <fmt/format.h>
#include <sodium.h>

#include "commands/commands.hpp"
#include "commands/sortition/lottery.hpp"
#include "cores/sortition/lottery/replay.hpp"

namespace lenkwerk::commands::sortition {
namespace {

struct Sealing {
    Inputs inputs;
    std::string certificate, opening, commitment, salt, announced, rounding = "linear-program";
    int panels = 1000;
};

public_lottery::Salt salt_from(std::string const& given) {
    if (!given.empty()) return accepted(public_lottery::salt_from_hex(given));
    public_lottery::Salt salt;
    randombytes_buf(salt.data(), salt.size());
    return salt;
}

void print_change(public_lottery::RoundingChange const& change) {
    fmt::print(
        "Rounding changes nobody's chance by more than {:.6f} (on average {:.6f}). No rounding stays below {:.6f}; "
        "some "
        "rounding stays within {:.6f} (Beck and Fiala).\n",
        change.largest, change.mean, change.unavoidable, change.known_bound);
}

void seal(Sealing sealing) {
    auto const certificate = accepted(core::proof::from_json(read_file(sealing.certificate)));
    if (sealing.inputs.id_column.empty()) sealing.inputs.id_column = certificate.id_column;
    if (sealing.inputs.household_columns.empty()) sealing.inputs.household_columns = certificate.household_columns;
    auto const pool = read_pool(sealing.inputs);
    auto const rounding = *public_lottery::rounding_named(sealing.rounding);
    auto lottery = accepted(public_lottery::prepare(pool.people, pool.quotas, certificate, sealing.panels, rounding));
    lottery.announced = sealing.announced;
    public_lottery::Opening const opening{std::move(lottery), salt_from(sealing.salt)};
    auto const commitment = public_lottery::commit(opening.lottery, opening.salt);
    write_file(sealing.opening, public_lottery::to_json(opening));
    write_file(sealing.commitment, public_lottery::to_json(commitment));
    fmt::print("{} panels of {} from {} people.\n", commitment.panels, commitment.size, commitment.people);
    print_change(public_lottery::change_of(opening.lottery));
    fmt::print("Publish before the draw: {}\nKeep {} secret until it.\n", core::hex(hash_of(commitment)),
               sealing.opening);
}

void draw(std::string const& opening_file, Chance const& chance, std::string const& out) {
    auto const opening = read_opening(opening_file);
    auto const& lottery = opening.lottery;
    auto const commitment = public_lottery::commit(lottery, opening.salt);
    auto const drawn = accepted(public_lottery::replay(lottery, opening.salt, commitment, chance.read()));
    if (!drawn.holds) end_objected(opening_file, drawn.objection);
    fmt::print("{} draws panel {}:\n", chance.read().words,
               public_lottery::padded(drawn.number, lottery.panels.size()));
    std::string ids;
    for (auto const& id : drawn.members) ids += id + "\n";
    fmt::print("{}", ids);
    if (!out.empty()) write_file(out, ids);
}

void replay(std::string const& opening_file, std::string const& commitment_file, Inputs const& inputs,
            Chance const& chance) {
    auto const opening = read_opening(opening_file);
    auto const published = read_commitment(commitment_file);
    auto const& lottery = opening.lottery;
    auto result = accepted(public_lottery::replay(lottery, opening.salt, published, chance.read()));
    if (result.holds && !inputs.people.empty()) {
        auto const pool = read_pool(inputs);
        result.objection = public_lottery::objection_to_pool(lottery, pool.people, pool.quotas);
    }
    if (!result.objection.empty()) end_objected(opening_file, result.objection);
    fmt::print("{}: all {} panels keep every rule, and this is what was sealed as {}.\n", opening_file,
               lottery.panels.size(), core::hex(hash_of(published)));
    print_change(result.change);
    fmt::print("Announced: {}\n", published.announced);
    fmt::print("{} draws panel {}:\n", chance.read().words,
               public_lottery::padded(result.number, lottery.panels.size()));
    for (auto const& id : result.members) fmt::print("{}\n", id);
}

void add_seal(CLI::App& lottery) {
    auto& command = *lottery.add_subcommand("seal", "round a certified lottery to numbered panels and commit to them");
    auto sealing = std::make_shared<Sealing>();
    sealing->inputs.add_to(command);
    command.add_option("--certificate", sealing->certificate, "what `select` wrote")->required();
    command.add_option("--panels", sealing->panels, "equally likely panels (1000)");
    command.add_option("--rounding", sealing->rounding, "linear-program or pipage")
        ->check(CLI::IsMember({"linear-program", "pipage"}));
    command.add_option("--announce", sealing->announced, "where and when the randomness is drawn, in words")
        ->required();
    command.add_option("--opening", sealing->opening, "file to keep secret until the draw")->required();
    command.add_option("--commitment", sealing->commitment, "file to publish now")->required();
    command.add_option("--salt", sealing->salt, "64 hexadecimal digits; otherwise new ones are drawn");
    command.callback([sealing] { seal(*sealing); });
}

void add_draw(CLI::App& lottery) {
    auto& command = *lottery.add_subcommand("draw", "the panel that dice, numbers or a beacon draw");
    auto opening = std::make_shared<std::string>(), out = std::make_shared<std::string>();
    auto chance = std::make_shared<Chance>();
    command.add_option("--opening", *opening, "what `seal` kept secret")->required();
    command.add_option("--out", *out, "file for the ids of the panel, one a line");
    chance->add_to(command);
    command.callback([=] { draw(*opening, *chance, *out); });
}

void add_replay(CLI::App& lottery) {
    auto& command =
        *lottery.add_subcommand("replay", "check an opened lottery and its draw; succeeds only if all holds");
    auto opening = std::make_shared<std::string>(), commitment = std::make_shared<std::string>();
    auto inputs = std::make_shared<Inputs>();
    auto chance = std::make_shared<Chance>();
    command.add_option("--opening", *opening, "the opened lottery")->required();
    command.add_option("--commitment", *commitment, "what was published before the draw")->required();
    command.add_option("--people", inputs->people, "also: that these are the people of the lottery");
    command.add_option("--quotas", inputs->quotas, "their quotas")->needs(command.get_option("--people"));
    command.get_option("--people")->needs(command.get_option("--quotas"));
    command.add_option("--id-column", inputs->id_column, "column of the id");
    chance->add_to(command);
    command.callback([=] { replay(*opening, *commitment, *inputs, *chance); });
}

}  // namespace

void Chance::add_to(CLI::App& command) {
    auto& group = *command.add_option_group("randomness", "drawn in public, after the commitment");
    group.add_option("--dice", dice, "faces in the order of the dice, e.g. 4,7,1")->delimiter(',');
    group.add_option("--numbers", numbers, "numbers of a state lottery")->delimiter(',');
    group.add_option("--beacon", beacon, "value of a public beacon");
    group.require_option(1);
    command.add_option("--sides", sides, "of the dice (10; balls 0 to 9 are ten-sided, too)");
}

public_lottery::Randomness Chance::read() const {
    if (!dice.empty()) return accepted(public_lottery::from_dice(dice, sides));
    if (!numbers.empty()) return accepted(public_lottery::from_numbers(numbers));
    return accepted(public_lottery::from_beacon(beacon));
}

public_lottery::Opening read_opening(std::string const& file) {
    return accepted(public_lottery::opening_from_json(file, read_file(file)));
}

public_lottery::Commitment read_commitment(std::string const& file) {
    return accepted(public_lottery::commitment_from_json(file, read_file(file)));
}

void end_objected(std::string const& file, std::string const& objection) {
    fmt::print(stderr, "{}: does NOT hold: {}.\n", file, objection);
    throw Exit{1};
}

void add_lottery(CLI::App& sortition) {
    auto& command =
        *sortition.add_subcommand("lottery", "let balls or dice decide in public: seal, draw, replay, prove");
    command.require_subcommand(1);
    add_seal(command);
    add_draw(command);
    add_replay(command);
    add_entry(command);
}

}  // namespace lenkwerk::commands::sortition
