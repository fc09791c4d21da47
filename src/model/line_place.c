#include "model/line_place.h"

static const char *const names[LINE_PLACE_COUNT] = {
    [LINE_ABOVE] = "above",
    [LINE_BELOW] = "below",
};

const char *line_place_name(enum line_place place)
{
    return names[place];
}
