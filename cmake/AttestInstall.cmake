# What `cmake --install` and `cpack` put where.
include(CMakePackageConfigHelpers)

# The public headers. What is not listed is internal, whatever folder it stands in.
set(ATTEST_PUBLIC_HEADERS
  graph/algorithms.hpp graph/bitmap.hpp graph/boost_graph.hpp graph/box.hpp graph/builder.hpp graph/change.hpp
  graph/column.hpp graph/fragment.hpp graph/graph.hpp graph/selection.hpp graph/store.hpp graph/symbols.hpp graph/temporal.hpp
  graph/value.hpp
  parser/ast.hpp parser/parse.hpp parser/writes.hpp
  query/format.hpp query/procedure.hpp query/query.hpp
  extractor/annotation.hpp extractor/build.hpp extractor/document.hpp extractor/entity.hpp extractor/pipeline.hpp
  extractor/resolution.hpp
  exporters/export.hpp exporters/import.hpp exporters/view.hpp)
foreach(header IN LISTS ATTEST_PUBLIC_HEADERS)
  get_filename_component(room "${header}" DIRECTORY)
  install(FILES "${header}" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/attest/${room}" COMPONENT development)
endforeach()
install(FILES graph/error.hpp DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/attest" COMPONENT development)
install(FILES bindings/c/attest.h DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development)

install(TARGETS attest RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT runtime)
install(TARGETS attest_shared
  LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT runtime NAMELINK_COMPONENT development)
install(TARGETS attest_c attest_graph attest_parser attest_query attest_extractor attest_exporters
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}/attest" COMPONENT development)

# find_package(Attest) and pkg-config.
set(ATTEST_CMAKE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/Attest")
configure_package_config_file(cmake/AttestConfig.cmake.in "${PROJECT_BINARY_DIR}/AttestConfig.cmake"
  INSTALL_DESTINATION "${ATTEST_CMAKE_DIR}" PATH_VARS CMAKE_INSTALL_INCLUDEDIR CMAKE_INSTALL_LIBDIR)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/AttestConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/AttestConfig.cmake" "${PROJECT_BINARY_DIR}/AttestConfigVersion.cmake"
  DESTINATION "${ATTEST_CMAKE_DIR}" COMPONENT development)
configure_file(cmake/attest.pc.in "${PROJECT_BINARY_DIR}/attest.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/attest.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT development)

# Beside the program: manual pages, completion, the Python package, licences.
set(ATTEST_DOC_DIR "${CMAKE_INSTALL_DATADIR}/doc/attest")
install(FILES NOTICE README.md CHANGELOG.md DESTINATION "${ATTEST_DOC_DIR}" COMPONENT runtime)
install(FILES LICENSE DESTINATION "${ATTEST_DOC_DIR}" RENAME copyright COMPONENT runtime)
install(DIRECTORY docs examples DESTINATION "${ATTEST_DOC_DIR}" COMPONENT runtime
  PATTERN "man" EXCLUDE PATTERN "CMakeLists.txt" EXCLUDE)
install(DIRECTORY bindings/python/attest DESTINATION lib/python3/dist-packages COMPONENT runtime
  FILES_MATCHING PATTERN "*.py" PATTERN "py.typed")
if(EXISTS "${PROJECT_SOURCE_DIR}/docs/man")
  install(DIRECTORY docs/man/ DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT runtime FILES_MATCHING PATTERN "*.1")
endif()
install(FILES shell/completion/attest.bash DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions"
  RENAME attest COMPONENT runtime)
install(FILES shell/completion/_attest DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions" COMPONENT runtime)

# Two packages: attest, with all that runs, and libattest-dev, with what programs are built against.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME attest)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL runtime development)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME attest)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libattest-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "attest (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_RECOMMENDS "libboost1.81-dev")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "Headers, static libraries and build files of Attest.")
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
"Attest reads documents, finds the people, places, organizations, events and
attributed claims in them, and answers openCypher questions with the sentences
behind every answer. The program, the shared library, the Python package, manual
pages and completions.")
set(CPACK_PACKAGE_CONTACT "Attest maintainers <attest@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_RECOMMENDS "poppler-utils, graphviz, less, python3")
set(CPACK_STRIP_FILES ON)
include(CPack)
