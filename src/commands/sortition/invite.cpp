#include "cores/sortition/draw/invite.hpp"

#include <fmt/format.h>

#include <charconv>

#include "commands/commands.hpp"
#include "commands/sortition/sortition.hpp"

namespace lenkwerk::commands::sortition {
namespace {

namespace draw = core::draw;

struct Options {
    draw::InvitationRequest request;
    std::string extract, out, day, moved_in_by, exclude, apportionment = "sainte-lague";
    std::vector<std::string> oversampling;
    int age_to = 0;
};

std::pair<std::string, double> factor_from(std::string const& text) {
    auto const mark = text.rfind('=');
    double factor = 0;
    if (mark != std::string::npos) std::from_chars(text.data() + mark + 1, text.data() + text.size(), factor);
    if (factor > 0) return {text.substr(0, mark), factor};
    fmt::print(stderr, "\"{}\" is not a stratum with its factor; write for instance \"North|16-24=2\".\n", text);
    throw Exit{1};
}

draw::Day day_from(std::string const& text) {
    auto const day = draw::day_of(text);
    if (day) return *day;
    fmt::print(stderr, "\"{}\" is not a day; write 2024-05-31 or 31.05.2024.\n", text);
    throw Exit{1};
}

void add_lines(std::string const& text, std::vector<std::string>& into) {
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = std::min(text.find('\n', begin), text.size());
        auto const line = core::input::trimmed(std::string_view(text).substr(begin, end - begin));
        if (!line.empty()) into.emplace_back(line);
        begin = end + 1;
    }
}

std::string csv_of(draw::Invitations const& drawn) {
    std::string csv = "order,code,stratum,probability\n";
    int order = 0;
    for (auto const& invitation : drawn.invitations) {
        auto const& stratum = drawn.strata[static_cast<std::size_t>(invitation.stratum)].name;
        csv +=
            fmt::format("{},{},{},{:.9g}\n", ++order, quoted(invitation.code), quoted(stratum), invitation.probability);
    }
    return csv;
}

void run(Options options) {
    auto& request = options.request;
    for (auto const& text : options.oversampling) request.oversampling.push_back(factor_from(text));
    if (!options.day.empty()) request.day = day_from(options.day);
    if (!options.moved_in_by.empty()) request.moved_in_by = day_from(options.moved_in_by);
    if (options.age_to > 0) request.age_to = options.age_to;
    if (options.apportionment == "largest-remainder") request.apportionment = draw::Apportionment::largest_remainder;
    if (!options.exclude.empty()) add_lines(read_file(options.exclude), request.excluded);
    auto const drawn = accepted(draw::invite(options.extract, read_file(options.extract), request));
    write_file(options.out, csv_of(drawn));
    fmt::print("{} rows, {} eligible, {} letters\n", drawn.rows, drawn.eligible, drawn.invitations.size());
    for (auto const& stratum : drawn.strata) {
        fmt::print("  {}: {} eligible, {} letters\n", stratum.name.empty() ? "everybody" : stratum.name,
                   stratum.eligible, stratum.letters);
    }
}

void add_options(CLI::App& command, Options& options) {
    auto& request = options.request;
    command.add_option("--extract", options.extract, "CSV of the residents' register")->required();
    command.add_option("--letters", request.letters, "how many to write to")->required()->check(CLI::PositiveNumber);
    command.add_option("--seed", request.seed, "public randomness")->required();
    command.add_option("--out", options.out, "CSV of who is drawn: order, code, stratum, probability")->required();
    command.add_option("--code", request.code_column, "column of the pseudonymous code (code)");
    command.add_option("--strata", request.strata_columns, "columns that make the strata")->delimiter(',');
    command.add_option("--allocation", options.apportionment, "sainte-lague or largest-remainder")
        ->check(CLI::IsMember({"sainte-lague", "largest-remainder"}));
    command.add_option("--minimum", request.minimum_per_stratum, "letters per stratum at least");
    command.add_option("--oversample", options.oversampling, "stratum and its factor, e.g. \"North|16-24=2\"");
    command.add_option("--birth", request.birth_column, "column of the day of birth");
    command.add_option("--day", options.day, "day on which age counts");
    command.add_option("--age-from", request.age_from, "youngest (16)");
    command.add_option("--age-to", options.age_to, "oldest");
    command.add_option("--area", request.area_column, "column of the area");
    command.add_option("--areas", request.areas, "areas that take part")->delimiter(',');
    command.add_option("--moved-in", request.moved_in_column, "column of the day of moving in");
    command.add_option("--moved-in-by", options.moved_in_by, "who moved in later is not written to");
    command.add_option("--address", request.address_columns, "columns of the address: one letter each")->delimiter(',');
    command.add_option("--exclude", options.exclude, "file of codes that are not written to, one a line");
}

}  // namespace

void add_invite(CLI::App& sortition) {
    auto& command = *sortition.add_subcommand("invite", "draw whom to write to from an extract of the register");
    auto options = std::make_shared<Options>();
    add_options(command, *options);
    command.callback([options] { run(*options); });
}

}  // namespace lenkwerk::commands::sortition
