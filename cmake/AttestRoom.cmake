# attest_room(NAME LINKS targets... PRIVATE targets...)
#
# Declares the library target of one room. Headers sit beside the sources and are included as
# <attest/ROOM/file.hpp>. Each room owns a private include root that holds only itself, so a room sees
# another's headers only through a link line: an arrow reversed in the source does not compile.
# Sources are all *.cpp of the folder; sub-folders are listed by the room itself with target_sources.
function(attest_room name)
  cmake_parse_arguments(ARG "" "" "LINKS;PRIVATE" ${ARGN})
  set(target attest_${name})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  if(NOT sources)
    set(sources "${CMAKE_CURRENT_BINARY_DIR}/empty.cpp")
    file(WRITE "${sources}" "")
  endif()
  add_library(${target} STATIC ${sources})
  add_library(Attest::${name} ALIAS ${target})
  set(root "${PROJECT_BINARY_DIR}/include/${name}")
  file(MAKE_DIRECTORY "${root}/attest")
  if(NOT EXISTS "${root}/attest/${name}")
    file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${root}/attest/${name}" SYMBOLIC)
  endif()
  target_include_directories(${target} PUBLIC "$<BUILD_INTERFACE:${root}>")
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON CXX_EXTENSIONS OFF)
  target_link_libraries(${target} PUBLIC ${ARG_LINKS} PRIVATE ${ARG_PRIVATE} attest_options)
endfunction()

# What every target of the project is compiled with; never part of the interface that users see.
add_library(attest_options INTERFACE)
if(ATTEST_DEVELOPER)
  target_compile_options(attest_options INTERFACE -Wall -Wextra -Wpedantic -Werror)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # Optimised builds of g++ 12 warn of string concatenation (GCC bugs 105329 and 105651) and of reading optionals
    # (bug 80635) that are right.
    target_compile_options(attest_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
  endif()
  # GCC 12 warns falsely of std::string's operator+ when it optimizes (GCC bug 105651).
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(attest_options INTERFACE -Wno-restrict)
  endif()
endif()
if(ATTEST_SANITIZE)
  target_compile_options(attest_options INTERFACE -fsanitize=${ATTEST_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(attest_options INTERFACE -fsanitize=${ATTEST_SANITIZE})
endif()
