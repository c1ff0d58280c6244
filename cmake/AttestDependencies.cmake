# Every library Attest links, all from Debian 12. None is GPL or AGPL.
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED)                 # Graph, Spirit X3 (headers only); Boost Software License
find_package(SQLite3 REQUIRED)                    # public domain
find_package(ZLIB REQUIRED)                       # zlib licence
find_package(nlohmann_json 3.11 REQUIRED)         # MIT
find_package(fmt 9 REQUIRED)                      # MIT
find_package(ICU 70 REQUIRED COMPONENTS uc i18n)  # Unicode licence
find_package(LibXml2 REQUIRED)                    # MIT
find_package(TBB REQUIRED)                        # Apache-2.0
find_package(CLI11 2.1 REQUIRED)                  # BSD-3-Clause
find_package(PkgConfig REQUIRED)
pkg_check_modules(Libedit REQUIRED IMPORTED_TARGET libedit)  # BSD-3-Clause
pkg_check_modules(Re2 REQUIRED IMPORTED_TARGET re2)          # BSD-3-Clause
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto)           # Apache-2.0
pkg_check_modules(Libzip REQUIRED IMPORTED_TARGET libzip)      # BSD-3-Clause
