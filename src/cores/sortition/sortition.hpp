#pragma once
// Sortition for other programs: everything that a program needs to choose people by lot, in one header.
// Reading tables, the fairest lottery and its proof, the public lottery, reserves and replacement. See docs/api/sortition.md.
#include "cores/sortition/advice.hpp"
#include "cores/sortition/draw/invite.hpp"
#include "cores/sortition/input/read.hpp"
#include "cores/sortition/lottery/files.hpp"
#include "cores/sortition/lottery/replay.hpp"
#include "cores/sortition/proof/verify.hpp"
#include "cores/sortition/reserves/members.hpp"
#include "cores/sortition/reserves/replacement.hpp"
#include "cores/sortition/reserves/reserves.hpp"
#include "cores/sortition/select.hpp"
#include "cores/sortition/wording.hpp"
