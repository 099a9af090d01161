#include "cores/sortition/lottery/files.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "cores/sortition/select.hpp"

namespace lenkwerk::sortition::lottery {
namespace {

using Json = nlohmann::ordered_json;

constexpr auto kOpening = "lenkwerk lottery 1";
constexpr auto kCommitment = "lenkwerk lottery commitment 1";
constexpr auto kProof = "lenkwerk lottery entry 1";

int value_of_digit(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    return -1;
}

Digest digest_of(std::string const& text) {
    Digest digest;
    if (text.size() != 2 * digest.size()) throw std::range_error("a hash has 64 hexadecimal digits");
    for (std::size_t i = 0; i < digest.size(); ++i) {
        int const high = value_of_digit(text[2 * i]), low = value_of_digit(text[2 * i + 1]);
        if (high < 0 || low < 0) throw std::range_error("a hash has 64 hexadecimal digits in lower case");
        digest[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return digest;
}

void expect_format(Json const& json, char const* format) {
    if (json.at("format") != format) throw std::range_error(std::string("the format is not \"") + format + "\"");
}

// Whole numbers only: a library that quietly cuts 1.5 to 1 would let two files mean the same.
template <class Number> Number whole(Json const& json) {
    if (!json.is_number_integer()) throw std::range_error("a number is not whole");
    auto const number = json.get<std::int64_t>();
    if (!std::in_range<Number>(number)) throw std::range_error("a number is too large");
    return static_cast<Number>(number);
}

std::vector<int> wholes(Json const& json) {
    std::vector<int> numbers;
    for (auto const& number : json) numbers.push_back(whole<int>(number));
    return numbers;
}

Rounding rounding_of(Json const& json) {
    auto const rounding = rounding_named(json.get<std::string>());
    if (!rounding) throw std::range_error("unknown rounding");
    return *rounding;
}

std::string objective_of(Json const& json) {
    auto const objective = objective_named(json.get<std::string>());
    if (!objective) throw std::range_error("unknown objective");
    return name_of(*objective);
}

void add_quota(Quotas& quotas, Json const& json) {
    Quota quota{json.at("feature"), json.at("value"), whole<int>(json.at("min")), whole<int>(json.at("max"))};
    auto const known = std::ranges::find(quotas.features, quota.feature);
    quotas.feature_of.push_back(static_cast<int>(known - quotas.features.begin()));
    if (known == quotas.features.end()) quotas.features.push_back(quota.feature);
    quotas.rows.push_back(std::move(quota));
}

Opening opening_of(Json const& json) {
    expect_format(json, kOpening);
    Opening opening;
    opening.salt = digest_of(json.at("salt"));
    auto& lottery = opening.lottery;
    lottery.rules = {whole<int>(json.at("size")), whole<int>(json.at("per_household"))};
    lottery.objective = objective_of(json.at("objective"));
    lottery.rounding = rounding_of(json.at("rounding"));
    lottery.announced = json.at("announced");
    for (auto const& quota : json.at("quotas")) add_quota(lottery.quotas, quota);
    for (auto const& person : json.at("people")) {
        lottery.entries.push_back({person.at("id"), wholes(person.at("quotas")), whole<int>(person.at("household")),
                                   whole<std::int64_t>(person.at("chance"))});
    }
    for (auto const& panel : json.at("panels")) lottery.panels.push_back(wholes(panel));
    if (lottery.panels.size() > kMostPanels) throw std::range_error("too many panels");
    return opening;
}

Commitment commitment_of(Json const& json) {
    expect_format(json, kCommitment);
    Commitment commitment{whole<std::int64_t>(json.at("people")), whole<int>(json.at("size")),
                          whole<int>(json.at("panels")),          objective_of(json.at("objective")),
                          rounding_of(json.at("rounding")),       json.at("announced"),
                          digest_of(json.at("entries")),          digest_of(json.at("sealed"))};
    if (digest_of(json.at("commitment")) != hash_of(commitment))
        throw std::range_error("the hash is not that of the file");
    if (commitment.panels < 1 || commitment.people < 1) throw std::range_error("nobody or no panel");
    return commitment;
}

InclusionProof proof_of(Json const& json) {
    expect_format(json, kProof);
    InclusionProof proof{.commitment = digest_of(json.at("commitment")),
                         .id = json.at("id"),
                         .chance = whole<std::int64_t>(json.at("chance")),
                         .panels = wholes(json.at("panels")),
                         .nonce = digest_of(json.at("nonce")),
                         .index = whole<std::size_t>(json.at("index"))};
    for (auto const& value : json.at("values")) proof.values.emplace_back(value.at(0), value.at(1));
    for (auto const& hash : json.at("path")) proof.path.push_back(digest_of(hash));
    return proof;
}

template <class Parse>
auto read(std::string const& file, std::string const& text, Parse const& parse) -> Outcome<decltype(parse(Json{}))> {
    try {
        return parse(Json::parse(text));
    } catch (std::exception const& unreadable) {
        return refuse("sortition.lottery.unreadable", "file",
                      {{"file", file}, {"reason", std::string(unreadable.what()).substr(0, 200)}});
    }
}

}  // namespace

std::string to_json(Opening const& opening) {
    auto const& lottery = opening.lottery;
    Json quotas = Json::array(), people = Json::array();
    for (auto const& quota : lottery.quotas.rows) {
        quotas.push_back({{"feature", quota.feature}, {"value", quota.value}, {"min", quota.min}, {"max", quota.max}});
    }
    for (auto const& entry : lottery.entries) {
        people.push_back(
            {{"id", entry.id}, {"quotas", entry.quotas}, {"household", entry.household}, {"chance", entry.chance}});
    }
    Json const json{{"format", kOpening},
                    {"salt", hex(opening.salt)},
                    {"size", lottery.rules.size},
                    {"per_household", lottery.rules.per_household},
                    {"objective", lottery.objective},
                    {"rounding", name_of(lottery.rounding)},
                    {"announced", lottery.announced},
                    {"quotas", std::move(quotas)},
                    {"people", std::move(people)},
                    {"panels", lottery.panels}};
    return json.dump() + "\n";
}

std::string to_json(Commitment const& commitment) {
    Json const json{{"format", kCommitment},
                    {"commitment", hex(hash_of(commitment))},
                    {"people", commitment.people},
                    {"size", commitment.size},
                    {"panels", commitment.panels},
                    {"objective", commitment.objective},
                    {"rounding", name_of(commitment.rounding)},
                    {"announced", commitment.announced},
                    {"entries", hex(commitment.entries)},
                    {"sealed", hex(commitment.sealed)}};
    return json.dump(1) + "\n";
}

std::string to_json(InclusionProof const& proof) {
    Json values = Json::array(), path = Json::array();
    for (auto const& [feature, value] : proof.values) values.push_back({feature, value});
    for (auto const& hash : proof.path) path.push_back(hex(hash));
    Json const json{{"format", kProof},
                    {"commitment", hex(proof.commitment)},
                    {"id", proof.id},
                    {"chance", proof.chance},
                    {"values", std::move(values)},
                    {"panels", proof.panels},
                    {"nonce", hex(proof.nonce)},
                    {"index", proof.index},
                    {"path", std::move(path)}};
    return json.dump(1) + "\n";
}

Outcome<Opening> opening_from_json(std::string const& file, std::string const& text) {
    return read(file, text, opening_of);
}

Outcome<Commitment> commitment_from_json(std::string const& file, std::string const& text) {
    return read(file, text, commitment_of);
}

Outcome<InclusionProof> proof_from_json(std::string const& file, std::string const& text) {
    return read(file, text, proof_of);
}

Outcome<Salt> salt_from_hex(std::string const& text) {
    try {
        return digest_of(text);
    } catch (std::range_error const&) {
        return refuse("sortition.lottery.salt", "salt");
    }
}

}  // namespace lenkwerk::sortition::lottery
