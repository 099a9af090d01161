# What we build on, all from the distribution (bin/setup installs it): one line a library, with what it is for.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED)                                                    # HTTP (Beast), network (Asio)
find_package(fmt REQUIRED)                                                           # text from values
find_package(spdlog REQUIRED)                                                        # log
find_package(CLI11 REQUIRED)                                                         # command line
find_package(nlohmann_json REQUIRED)                                                 # JSON
find_package(Eigen3 REQUIRED)                                                        # linear algebra
find_package(ZLIB REQUIRED)                                                          # gzip
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3>=3.35)                     # database
pkg_check_modules(PQ REQUIRED IMPORTED_TARGET libpq)                                 # database
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)                         # argon2id, hashes, encryption
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-i18n icu-uc)                      # messages, dates, numbers, collation
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl)                             # mail (SMTP), HTTP out
pkg_check_modules(ICAL REQUIRED IMPORTED_TARGET libical)                             # calendar files
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)                    # spreadsheets out
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip)                               # spreadsheets in: the container
pkg_check_modules(PUGIXML REQUIRED IMPORTED_TARGET pugixml)                          # spreadsheets in: the sheets
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c-html)                           # Markdown
pkg_check_modules(BROTLI REQUIRED IMPORTED_TARGET libbrotlienc)                      # compression
pkg_check_modules(CLP REQUIRED IMPORTED_TARGET clp)                                  # linear programs
pkg_check_modules(CBC REQUIRED IMPORTED_TARGET cbc)                                  # integer programs
find_library(STEMMER stemmer REQUIRED)                                               # Snowball, search
if(LENKWERK_TESTS)
  find_package(GTest REQUIRED)
  find_library(RAPIDCHECK rapidcheck REQUIRED)                                       # property tests
  find_package(benchmark REQUIRED)
endif()
