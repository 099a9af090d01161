#include <fmt/format.h>
#include <sodium.h>

#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "commands/sortition/lottery.hpp"
#include "cores/sortition/lottery/replay.hpp"

namespace lenkwerk::commands::sortition {
namespace {

using Json = nlohmann::ordered_json;

struct Sealing {
    Inputs inputs;
    std::string certificate, opening, commitment, salt, announced, rounding = "linear-program";
    int panels = 1000;
    bool json = false;
};

// What `draw` and `replay` are told.
struct Drawing {
    std::string opening, commitment, out;
    Inputs inputs;
    Chance chance;
    bool json = false;
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

Json json_of(public_lottery::RoundingChange const& change) {
    return {{"largest", change.largest},
            {"mean", change.mean},
            {"unavoidable", change.unavoidable},
            {"known_bound", change.known_bound}};
}

void say_sealed(Sealing const& sealing, public_lottery::PublicLottery const& lottery,
                public_lottery::Commitment const& commitment) {
    auto const change = public_lottery::change_of(lottery);
    auto const hash = core::hex(hash_of(commitment));
    if (sealing.json) {
        fmt::print("{}\n", Json{{"status", "sealed"},
                                {"panels", commitment.panels},
                                {"size", commitment.size},
                                {"people", commitment.people},
                                {"rounding", json_of(change)},
                                {"announced", commitment.announced},
                                {"commitment", hash}}
                               .dump());
        return;
    }
    fmt::print("{} panels of {} from {} people.\n", commitment.panels, commitment.size, commitment.people);
    print_change(change);
    fmt::print("Publish before the draw: {}\nKeep {} secret until it.\n", hash, sealing.opening);
}

void seal(Sealing sealing) {
    auto const certificate = accepted(core::proof::from_json(read_file(sealing.certificate)), sealing.json);
    if (sealing.inputs.id_column.empty()) sealing.inputs.id_column = certificate.id_column;
    if (sealing.inputs.household_columns.empty()) sealing.inputs.household_columns = certificate.household_columns;
    auto const pool = read_pool(sealing.inputs);
    auto const rounding = *public_lottery::rounding_named(sealing.rounding);
    auto lottery = accepted(public_lottery::prepare(pool.people, pool.quotas, certificate, sealing.panels, rounding),
                            sealing.json);
    lottery.announced = sealing.announced;
    public_lottery::Opening const opening{std::move(lottery), salt_from(sealing.salt)};
    auto const commitment = public_lottery::commit(opening.lottery, opening.salt);
    write_file(sealing.opening, public_lottery::to_json(opening));
    write_file(sealing.commitment, public_lottery::to_json(commitment));
    say_sealed(sealing, opening.lottery, commitment);
}

Json json_of(Drawing const& drawing, public_lottery::Replay const& drawn) {
    return {{"status", "drawn"},
            {"randomness", drawing.chance.read().words},
            {"panel", drawn.number},
            {"members", drawn.members}};
}

void draw(Drawing const& drawing) {
    auto const opening = read_opening(drawing.opening);
    auto const& lottery = opening.lottery;
    auto const commitment = public_lottery::commit(lottery, opening.salt);
    auto const drawn =
        accepted(public_lottery::replay(lottery, opening.salt, commitment, drawing.chance.read()), drawing.json);
    if (!drawn.holds) end_objected(drawing.opening, drawn.objection, drawing.json);
    std::string ids;
    for (auto const& id : drawn.members) ids += id + "\n";
    if (drawing.json)
        fmt::print("{}\n", json_of(drawing, drawn).dump());
    else
        fmt::print("{} draws panel {}:\n{}", drawing.chance.read().words,
                   public_lottery::padded(drawn.number, lottery.panels.size()), ids);
    if (!drawing.out.empty()) write_file(drawing.out, ids);
}

void say_replayed(Drawing const& drawing, public_lottery::Replay const& result, std::size_t panels,
                  public_lottery::Commitment const& published) {
    auto const hash = core::hex(hash_of(published));
    if (drawing.json) {
        auto said = json_of(drawing, result);
        said["status"] = "holds";
        said["rounding"] = json_of(result.change);
        said["announced"] = published.announced;
        said["commitment"] = hash;
        fmt::print("{}\n", said.dump());
        return;
    }
    fmt::print("{}: all {} panels keep every rule, and this is what was sealed as {}.\n", drawing.opening, panels,
               hash);
    print_change(result.change);
    fmt::print("Announced: {}\n", published.announced);
    fmt::print("{} draws panel {}:\n", drawing.chance.read().words, public_lottery::padded(result.number, panels));
    for (auto const& id : result.members) fmt::print("{}\n", id);
}

void replay(Drawing const& drawing) {
    auto const opening = read_opening(drawing.opening);
    auto const published = read_commitment(drawing.commitment);
    auto const& lottery = opening.lottery;
    auto result =
        accepted(public_lottery::replay(lottery, opening.salt, published, drawing.chance.read()), drawing.json);
    if (result.holds && !drawing.inputs.people.empty()) {
        auto const pool = read_pool(drawing.inputs);
        result.objection = public_lottery::objection_to_pool(lottery, pool.people, pool.quotas);
    }
    if (!result.objection.empty()) end_objected(drawing.opening, result.objection, drawing.json);
    say_replayed(drawing, result, lottery.panels.size(), published);
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
    command.add_flag("--json", sealing->json, "the result as JSON on stdout");
    command.callback([sealing] { seal(*sealing); });
}

void add_draw(CLI::App& lottery) {
    auto& command = *lottery.add_subcommand("draw", "the panel that dice, numbers or a beacon draw");
    auto drawing = std::make_shared<Drawing>();
    command.add_option("--opening", drawing->opening, "what `seal` kept secret")->required();
    command.add_option("--out", drawing->out, "file for the ids of the panel, one a line");
    command.add_flag("--json", drawing->json, "the result as JSON on stdout");
    drawing->chance.add_to(command);
    command.callback([drawing] { draw(*drawing); });
}

void add_replay(CLI::App& lottery) {
    auto& command =
        *lottery.add_subcommand("replay", "check an opened lottery and its draw; succeeds only if all holds");
    auto drawing = std::make_shared<Drawing>();
    auto& inputs = drawing->inputs;
    command.add_option("--opening", drawing->opening, "the opened lottery")->required();
    command.add_option("--commitment", drawing->commitment, "what was published before the draw")->required();
    command.add_option("--people", inputs.people, "also: that these are the people of the lottery");
    command.add_option("--quotas", inputs.quotas, "their quotas")->needs(command.get_option("--people"));
    command.get_option("--people")->needs(command.get_option("--quotas"));
    command.add_option("--id-column", inputs.id_column, "column of the id");
    command.add_flag("--json", drawing->json, "the result as JSON on stdout");
    drawing->chance.add_to(command);
    command.callback([drawing] { replay(*drawing); });
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

void end_objected(std::string const& file, std::string const& objection, bool json) {
    if (json) fmt::print("{}\n", Json{{"status", "objected"}, {"objection", objection}}.dump());
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
