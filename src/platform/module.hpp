#pragma once
// What a module announces of itself: one value, filled by the one function of its module.hpp. app/modules.cpp lists the modules.
#include "platform/access/actor.hpp"
#include "platform/seed.hpp"
#include "platform/storage/transaction.hpp"
#include "platform/web/http.hpp"
#include "platform/web/session.hpp"

#include <functional>
#include <string>
#include <vector>

namespace lenkwerk {

namespace web {
class Visit;
}
namespace html {
class Writer;
}
class City;

// Who may knock at a route at all. Commands and WHERE clauses decide for themselves afterwards.
struct Door {
    enum class Kind { open, signed_in, permission } kind = Kind::open;
    std::string permission = {};  // held at least somewhere
};

struct Route {
    web::Method method;
    std::string pattern;  // "/massnahmen/{id}/sachstaende"; a literal beats a parameter
    std::function<web::Response(web::Visit&)> handler;
    Door door = {};
};

struct Job {
    std::int64_t id = 0;
    std::string kind, payload;
    int attempt = 1;
};

struct JobHandler {
    std::string kind;
    std::function<void(City&, Job const&)> run;  // idempotent; an exception delays and finally parks the job
};

// Enqueues a job of `kind` at each local time that matches, once, whoever runs: "daily 06:00", "every 15 minutes".
struct Schedule {
    std::string kind, when;
};

struct NavigationEntry {
    int order;
    std::string key, address;  // message key, page
    Door door = {};
};

// A part of another module's page: `place` is "plan.topic", `subject` the topic that is shown.
struct Panel {
    std::string place;
    int order;
    std::function<void(web::Visit&, Subject const& subject, html::Writer&)> show;
};

// Something that belongs on a body's next agenda.
struct AgendaOffer {
    Subject subject;
    std::string title;
    Audience audience;
};
struct AgendaSource {
    std::string name;
    std::function<std::vector<AgendaOffer>(storage::Reader const&, std::int64_t body_id)> offers;
};

// Runs in the transaction that recorded the event, right before its commit.
struct Subscriber {
    std::string verb;
    std::function<void(storage::Transaction&, storage::Event const&)> hear;
};

// Migrations (store/migrations/*.sql, store/views.sql) and texts (web/de.json, web/en.json) need no line here: the program
// carries them under the module's name (platform/embedded.hpp).
struct Module {
    std::string name;
    std::vector<std::string> needs;  // as in NEEDS
    std::vector<Route> routes;
    std::vector<JobHandler> jobs;
    std::vector<Schedule> schedules;
    std::vector<access::Permission> permissions;
    std::vector<NavigationEntry> navigation;
    std::vector<Panel> panels;
    std::vector<AgendaSource> agenda_sources;
    std::vector<Subscriber> subscribers;
    std::vector<Seed> seeds;
    web::Authenticate authenticate = nullptr;  // of the one module that keeps sessions
};

}  // namespace lenkwerk
