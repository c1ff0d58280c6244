# attest_picture(TARGET): makes the page of the HTML picture with npm and keeps it in the target.
#
# Without Node.js, or where the packages cannot be fetched, the page is empty and `--format html` says so.
option(ATTEST_HTML "Make the page of the HTML picture (needs Node.js and npm)" ON)

function(attest_picture target)
  set(source "${PROJECT_SOURCE_DIR}/exporters/html")
  set(work "${CMAKE_CURRENT_BINARY_DIR}/html")
  set(page "${work}/picture.html")
  find_program(ATTEST_NODE node)
  find_program(ATTEST_NPM npm)
  if(ATTEST_HTML AND ATTEST_NODE AND ATTEST_NPM)
    file(GLOB inputs CONFIGURE_DEPENDS "${source}/src/*" "${source}/build.mjs" "${source}/package*.json" "${source}/.npmrc")
    add_custom_command(OUTPUT "${page}"
      COMMAND "${CMAKE_COMMAND}" "-DSOURCE=${source}" "-DWORK=${work}" "-DNODE=${ATTEST_NODE}" "-DNPM=${ATTEST_NPM}"
              -P "${PROJECT_SOURCE_DIR}/cmake/MakePicture.cmake"
      DEPENDS ${inputs} "${PROJECT_SOURCE_DIR}/cmake/MakePicture.cmake"
      COMMENT "Making the page of the HTML picture" VERBATIM)
  else()
    message(STATUS "Node.js or npm not found: attest export --format html will not be available")
    file(MAKE_DIRECTORY "${work}")
    file(WRITE "${page}" "")
  endif()
  set(object "${PROJECT_SOURCE_DIR}/exporters/html/picture_page.c")
  target_sources(${target} PRIVATE "${object}")
  set_source_files_properties("${object}" PROPERTIES
    COMPILE_DEFINITIONS "ATTEST_PICTURE_PAGE=\"${page}\"" COMPILE_OPTIONS "-Wno-pedantic" OBJECT_DEPENDS "${page}")
endfunction()
