# The kinds of things we build. Sources are found by folder: tests/ beside the code are its tests; compile_fail/, bench/ and
# fuzz/ hold what the functions below name.

# Every .cpp below DIR, by its path below src/ (so that the name of the clone's own folder never matters).
function(lenkwerk_sources result dir)
  cmake_path(ABSOLUTE_PATH dir)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${dir}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/(compile_fail|bench|fuzz)/")
  set(${result} ${sources} PARENT_SCOPE)
endfunction()

# lenkwerk_library(NAME DIR LINKS…): a static library of every .cpp below DIR, but for its tests.
function(lenkwerk_library name dir)
  lenkwerk_sources(sources ${dir})
  list(FILTER sources EXCLUDE REGEX "/tests/")
  if(sources)
    list(TRANSFORM sources PREPEND ${CMAKE_SOURCE_DIR}/)
    add_library(${name} STATIC ${sources})
    target_precompile_headers(${name} REUSE_FROM lenkwerk_pch)
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${name} PUBLIC lenkwerk_pch_settings ${ARGN})
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(${name} INTERFACE ${ARGN})
  endif()
endfunction()

# lenkwerk_tests(NAME DIR LINKS…): one GoogleTest program of every tests/*.cpp below DIR; nothing where there is none.
function(lenkwerk_tests name dir)
  if(NOT LENKWERK_TESTS)
    return()
  endif()
  lenkwerk_sources(sources ${dir})
  list(FILTER sources INCLUDE REGEX "/tests/")
  list(TRANSFORM sources PREPEND ${CMAKE_SOURCE_DIR}/)
  lenkwerk_test_program(${name} "${sources}" ${ARGN})
endfunction()

function(lenkwerk_test_program name sources)
  if(sources)
    add_executable(${name} ${sources})
    target_precompile_headers(${name} REUSE_FROM lenkwerk_pch)
    target_link_libraries(${name} PRIVATE lenkwerk_pch_settings ${ARGN} GTest::gtest_main ${RAPIDCHECK})
    target_compile_definitions(${name} PRIVATE LENKWERK_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  endif()
endfunction()

# lenkwerk_must_not_compile(NAME FILE MESSAGE FLAGS…): a test that the compiler refuses FILE and says MESSAGE, and that it
# accepts the same file with -DLENKWERK_CONTROL, so that it refuses for that reason and no other.
function(lenkwerk_must_not_compile name file message)
  if(NOT LENKWERK_TESTS)
    return()
  endif()
  cmake_path(ABSOLUTE_PATH file)
  add_test(NAME must_not_compile.${name} COMMAND ${CMAKE_SOURCE_DIR}/tools/must_not_compile "${message}" ${file}
    ${CMAKE_CXX_COMPILER} -std=c++${CMAKE_CXX_STANDARD} -fsyntax-only -I${CMAKE_SOURCE_DIR}/src ${ARGN})
endfunction()

# lenkwerk_bench(NAME DIR LINKS…): a bench of every .cpp below DIR, run by bin/bench; it has its own main or takes Google Benchmark's.
function(lenkwerk_bench name dir)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${dir}/*.cpp)
  if(NOT LENKWERK_TESTS OR NOT sources)
    return()
  endif()
  add_executable(${name} ${sources})
  target_precompile_headers(${name} REUSE_FROM lenkwerk_pch)
  target_link_libraries(${name} PRIVATE lenkwerk_pch_settings ${ARGN} benchmark::benchmark_main)
  target_compile_definitions(${name} PRIVATE LENKWERK_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
endfunction()

# lenkwerk_fuzz(NAME FILE LINKS…): a libFuzzer program, in the preset `fuzz` only; bin/test runs it over tests/fuzz/corpus/NAME.
function(lenkwerk_fuzz name file)
  if(NOT LENKWERK_FUZZ)
    return()
  endif()
  add_executable(${name} ${file})
  target_precompile_headers(${name} REUSE_FROM lenkwerk_pch)
  target_link_libraries(${name} PRIVATE lenkwerk_pch_settings ${ARGN})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endfunction()

# lenkwerk_must_not_compile_lines(NAME FILE FLAGS…): a test that the compiler refuses each line of FILE that ends in
# `// refused: SENTENCE` with that sentence, and no other line.
function(lenkwerk_must_not_compile_lines name file)
  if(NOT LENKWERK_TESTS OR NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    return()
  endif()
  cmake_path(ABSOLUTE_PATH file)
  add_test(NAME must_not_compile.${name} COMMAND ${CMAKE_SOURCE_DIR}/tools/must_not_compile_lines ${file}
    ${CMAKE_CXX_COMPILER} -std=c++${CMAKE_CXX_STANDARD} -fsyntax-only -I${CMAKE_SOURCE_DIR}/src ${ARGN})
endfunction()
