# What pages bring to the browser, built before anything is configured, because the names of its files (assets/dist) are known
# only then; configured again when a source of it changes.
file(GLOB_RECURSE asset_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/css/* ${CMAKE_SOURCE_DIR}/assets/js/*
  ${CMAKE_SOURCE_DIR}/assets/images/*)
set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${asset_sources}
  ${CMAKE_SOURCE_DIR}/assets/build.mjs ${CMAKE_SOURCE_DIR}/assets/package-lock.json)

function(lenkwerk_run_for_assets)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/assets RESULT_VARIABLE failed
    OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(failed)
    message(FATAL_ERROR "The style sheet and the script of the pages could not be built (${ARGN}): ${failed}\n${output}\n"
      "bin/setup installs what this needs: Node.js, npm and the packages of assets/package-lock.json.")
  endif()
endfunction()

if(NOT EXISTS ${CMAKE_SOURCE_DIR}/assets/node_modules/esbuild)
  lenkwerk_run_for_assets(npm ci --no-audit --no-fund)
endif()
lenkwerk_run_for_assets(node build.mjs)
