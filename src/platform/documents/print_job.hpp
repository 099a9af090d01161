#pragma once
// The job that prints a document: it reads what is to be printed, lets Chromium print outside of any transaction, and keeps the
// file in the transaction that ends the job.
#include "platform/city.hpp"
#include "platform/documents/pdf.hpp"

#include <functional>
#include <optional>
#include <string>

namespace lenkwerk::documents {

struct PrintJob {
    // Nothing where there is nothing to print (any more).
    std::function<std::optional<PrintDocument>(storage::Reader const&)> compose;
    // Keeps the bytes of the PDF and records an event.
    std::function<void(storage::Transaction&, std::string const& pdf)> keep;
};

// What the handler of `job` does. Where the machine has no Chromium nothing is kept: pages ask pdf_is_available() and say so.
void print_in_job(City& city, Job const& job, PrintJob const& work);

// BLAKE2b-256 as 64 hexadecimal digits: whether a kept document still says what it would say now.
std::string digest_of(std::string_view content);

}  // namespace lenkwerk::documents
