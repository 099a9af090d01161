#pragma once
// What the server asks for answers: kept pages and files at once, everything else through the dispatcher.
#include "platform/web/dispatcher.hpp"
#include "platform/web/page_cache.hpp"
#include "platform/web/server.hpp"
#include "platform/web/static_files.hpp"

namespace lenkwerk::web {

class Site final : public Responder {
public:
    explicit Site(City& city);

    std::optional<Reply> at_once(RequestHead const& head) override;
    Reply answer(Request request) override;
    Reply refusal(int status, std::string_view accept_language) override;
    void log(LogLine const& line) override;
    void fault(std::exception_ptr failure) override;

    PageCacheCounts cache_counts() const { return cache_.counts(); }

private:
    Response health(Visit& visit) const;
    MadePage make(Request const& request);
    void prepare_refusals();

    City& city_;
    PageCache cache_;
    StaticFiles files_;
    std::vector<Route> own_routes_;  // before the dispatcher, which keeps their addresses
    Dispatcher dispatcher_;
    std::map<std::pair<int, std::string_view>, Reply>
        refusals_;  // by status and language: made before anything can fail
};

}  // namespace lenkwerk::web
