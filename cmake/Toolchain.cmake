# How everything is compiled: one standard, one set of warnings, one linker, one precompiled header.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# The same object file whatever folder the clone stands in, so that the compiler cache and a rebuild agree.
add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}=. -fno-semantic-interposition)
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wall> $<$<COMPILE_LANGUAGE:CXX>:-Wextra> $<$<COMPILE_LANGUAGE:CXX>:-Wpedantic>
                    $<$<COMPILE_LANGUAGE:CXX>:-Wconversion> $<$<COMPILE_LANGUAGE:CXX>:-Wshadow> $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
                    # A member that is left out of {.name = …} has its default: that is what the form is for.
                    $<$<COMPILE_LANGUAGE:CXX>:-Wno-missing-field-initializers>)
if(LENKWERK_STRICT)
  add_compile_options(-Werror)
endif()
if(LENKWERK_SANITIZE)
  add_compile_options(-fsanitize=${LENKWERK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${LENKWERK_SANITIZE})
endif()
