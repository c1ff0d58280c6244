# Copies the package of the picture to WORK, fetches what it bundles and makes WORK/picture.html.
file(COPY "${SOURCE}/src" "${SOURCE}/build.mjs" "${SOURCE}/package.json" "${SOURCE}/package-lock.json" "${SOURCE}/.npmrc"
     DESTINATION "${WORK}")
execute_process(COMMAND "${NPM}" ci --ignore-scripts --no-audit --no-fund --include=dev
                WORKING_DIRECTORY "${WORK}" RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(NOT failed)
  execute_process(COMMAND "${NODE}" build.mjs "${WORK}/picture.html"
                  WORKING_DIRECTORY "${WORK}" RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
endif()
if(failed)
  message(WARNING "The page of the HTML picture was not made; attest export --format html will say so.\n${said}")
  file(WRITE "${WORK}/picture.html" "")
endif()
